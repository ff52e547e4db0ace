package bizops.sandbox.salesforce.bulk;

import bizops.sandbox.salesforce.soql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * The rows of a query as they stood when it ran, in the order in which Bulk hands them out: by id inside a chunk, the
 * chunks in any order. Immutable; formulas and computed rows are made when written.
 */
public final class ResultSet {
    private static final int CHUNK = 100;

    private final Statement statement;
    private final List<String> ids;
    private final Map<String, Map<String, Object>> stored;
    /** Which full chunk comes at which place; what remains behind them comes last. */
    private final List<Integer> chunks;

    private ResultSet(
            Statement statement, List<String> ids, Map<String, Map<String, Object>> stored, List<Integer> chunks) {
        this.statement = statement;
        this.ids = ids;
        this.stored = stored;
        this.chunks = chunks;
    }

    /**
     * Runs the query now. One that asks for an order or a limit keeps it, since the vendor then does not split by ids.
     *
     * @param all takes deleted and archived rows too
     * @param seed how chunks are shuffled
     */
    public static ResultSet of(Statement statement, boolean all, long seed) {
        List<String> ids = statement.run(all);
        List<Integer> chunks = statement.isOrderedOrLimited() ? List.of() : shuffled(ids.size() / CHUNK, seed);
        return new ResultSet(statement, ids, statement.snapshot(), chunks);
    }

    /** The rows of those ids in that order. */
    static ResultSet ofIds(Statement statement, List<String> ids) {
        return new ResultSet(statement, ids, statement.snapshot(), List.of());
    }

    private static List<Integer> shuffled(int count, long seed) {
        List<Integer> chunks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chunks.add(i);
        }
        Collections.shuffle(chunks, new Random(seed));
        if (count > 1 && chunks.get(0) == 0) {
            Collections.rotate(chunks, 1);
        }
        return chunks;
    }

    public Statement statement() {
        return statement;
    }

    public int size() {
        return ids.size();
    }

    /** The row at that place. */
    public Map<String, Object> row(int place) {
        int chunk = place / CHUNK;
        String id = ids.get(chunk < chunks.size() ? chunks.get(chunk) * CHUNK + place % CHUNK : place);
        Map<String, Object> values = stored.get(id);
        return values != null ? values : Objects.requireNonNull(statement.see(id));
    }
}
