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
 * chunks in any order. Immutable; formulas are computed when written.
 */
public record ResultSet(Statement statement, List<Map<String, Object>> rows) {
    private static final int CHUNK = 100;

    /**
     * Runs the query now. One that asks for an order or a limit keeps it, since the vendor then does not split by ids.
     *
     * @param all takes deleted and archived rows too
     * @param seed how chunks are shuffled
     */
    public static ResultSet of(Statement statement, boolean all, long seed) {
        List<Map<String, Object>> rows = statement.run(all).stream()
                .map(statement::see)
                .filter(Objects::nonNull)
                .toList();
        return new ResultSet(statement, statement.isOrderedOrLimited() ? rows : shuffled(rows, seed));
    }

    private static List<Map<String, Object>> shuffled(List<Map<String, Object>> rows, long seed) {
        List<List<Map<String, Object>>> chunks = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += CHUNK) {
            chunks.add(rows.subList(from, Math.min(from + CHUNK, rows.size())));
        }
        Collections.shuffle(chunks, new Random(seed));
        boolean sorted = chunks.size() > 1
                && chunks.get(0) == chunks.stream().min(ResultSet::byFirstId).orElseThrow();
        if (sorted) {
            Collections.rotate(chunks, 1);
        }
        return chunks.stream().flatMap(List::stream).toList();
    }

    private static int byFirstId(List<Map<String, Object>> left, List<Map<String, Object>> right) {
        return String.valueOf(left.get(0).get("Id"))
                .compareTo(String.valueOf(right.get(0).get("Id")));
    }
}
