package bizops.singer.warehouse;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/**
 * What the schema {@code bizops} offers to a loader, each call one statement on the caller's connection and in the
 * caller's transaction. Thread-safe, as it holds nothing.
 */
public final class Warehouse {
    /** How many numbers one block of the sequence has; no batch has more rows. */
    public static final int BLOCK = 1 << 20;

    /** SQL for the first number of a block of {@link #BLOCK} that nobody else gets, greater than those given before. */
    public static final String NEXT_BLOCK = "nextval('bizops.sdc_sequence')";

    private static final String INSERT = "INSERT INTO bizops.checkpoint"
            + " (schema_name, table_name, least_sequence, greatest_sequence, is_rewrite, run_id)"
            + " SELECT * FROM unnest(?, ?, ?, ?, ?, ?)";

    private Warehouse() {}

    /** Notes that this transaction wrote rows; whoever reads it after the commit finds them all. */
    public static void write(Connection connection, Checkpoint checkpoint) throws SQLException {
        insert(connection, List.of(checkpoint), "");
    }

    /** As {@link #write}, for all tables of a batch, and commits the transaction in the same round trip. */
    public static void commit(Connection connection, List<Checkpoint> checkpoints) throws SQLException {
        insert(connection, checkpoints, "; COMMIT");
    }

    private static void insert(Connection connection, List<Checkpoint> checkpoints, String then) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT + then)) {
            insert.setArray(1, array(connection, "text", checkpoints, Checkpoint::schema));
            insert.setArray(2, array(connection, "text", checkpoints, Checkpoint::table));
            insert.setArray(3, array(connection, "bigint", checkpoints, Checkpoint::leastSequence));
            insert.setArray(4, array(connection, "bigint", checkpoints, Checkpoint::greatestSequence));
            insert.setArray(5, array(connection, "boolean", checkpoints, Checkpoint::rewrite));
            insert.setArray(6, array(connection, "text", checkpoints, Checkpoint::runId));
            insert.execute();
        }
    }

    private static Array array(
            Connection connection, String type, List<Checkpoint> checkpoints, Function<Checkpoint, Object> field)
            throws SQLException {
        return connection.createArrayOf(type, checkpoints.stream().map(field).toArray());
    }

    /** Whether the checkpoint was written and committed. */
    public static boolean has(Connection connection, Checkpoint checkpoint) throws SQLException {
        String sql = "SELECT EXISTS (SELECT FROM bizops.checkpoint WHERE schema_name = ? AND table_name = ?"
                + " AND least_sequence = ? AND greatest_sequence = ? AND run_id = ?)";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, checkpoint.schema());
            query.setString(2, checkpoint.table());
            query.setLong(3, checkpoint.leastSequence());
            query.setLong(4, checkpoint.greatestSequence());
            query.setString(5, checkpoint.runId());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
