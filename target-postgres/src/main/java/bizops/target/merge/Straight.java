package bizops.target.merge;

import bizops.target.encode.EncodedRows;
import bizops.target.table.StreamShape;
import bizops.target.table.TableName;
import bizops.target.table.TablePlan;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the keyed tables whose rows are tried by COPY straight into them, which takes a third of the time of a merge
 * but fails at the first key that is there already. Tried are tables that this run made or found empty; one that failed
 * is left alone for a number of batches that doubles with each failure. Owned by the writing thread.
 */
public final class Straight {
    /** A key that is there, or a table that takes INSERT but no COPY. */
    private static final Set<String> COLLISIONS = Set.of("23505", "0A000");

    private static final long FIRST_PAUSE = 8;

    private final Map<TableName, Way> ways = new HashMap<>();
    private long batch;
    private @Nullable Way trying;

    /** What is known of one table. */
    private static final class Way {
        private long notBefore;
        private long pause = FIRST_PAUSE;

        Way(boolean open) {
            this.notBefore = open ? 0 : Long.MAX_VALUE;
        }
    }

    /** Says that another batch begins. */
    public void nextBatch() {
        batch++;
        trying = null;
    }

    /** Whether rows for this table may be tried in this batch, so that the caller must be able to undo it. */
    public boolean mayTry(StreamShape shape) {
        Way way = ways.get(shape.table());
        return shape.upserts() && (way == null || way.notBefore <= batch);
    }

    /** Whether to try these rows; the caller then says {@link #done}, or asks {@link #collided}. */
    public boolean tries(Connection connection, TablePlan plan, EncodedRows rows) throws SQLException {
        if (plan.keys().isEmpty() || !plan.fitsCopy() || rows.parts().rows() > 0) {
            return false;
        }
        Way way = ways.get(plan.table());
        if (way == null) {
            way = new Way(plan.created() || isEmpty(connection, plan));
            ways.put(plan.table(), way);
        }
        trying = way.notBefore <= batch ? way : null;
        return trying != null;
    }

    /** The rows tried last are in the table. */
    public void done() {
        trying = null;
    }

    /** Whether the failure is that of rows being tried, to be undone and merged. */
    public boolean collided(SQLException failure) {
        Way way = trying;
        trying = null;
        if (way == null || !COLLISIONS.contains(String.valueOf(failure.getSQLState()))) {
            return false;
        }
        way.notBefore = batch + way.pause;
        way.pause *= 2;
        return true;
    }

    private static boolean isEmpty(Connection connection, TablePlan plan) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT NOT EXISTS (SELECT FROM " + plan.table().quoted() + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
