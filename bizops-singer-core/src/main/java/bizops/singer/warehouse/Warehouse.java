package bizops.singer.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What the schema {@code bizops} offers to a loader, each call one statement on the caller's connection and in the
 * caller's transaction. Thread-safe, as it holds nothing.
 */
public final class Warehouse {
    /** How many numbers one block of the sequence has; no batch has more rows. */
    public static final int BLOCK = 1 << 20;

    /** SQL for the first number of a block of {@link #BLOCK} that nobody else gets, greater than those given before. */
    public static final String NEXT_BLOCK = "nextval('bizops.sdc_sequence')";

    private Warehouse() {}

    /** Notes that this transaction wrote rows; whoever reads it after the commit finds them all. */
    public static void write(Connection connection, Checkpoint checkpoint) throws SQLException {
        write(connection, List.of(checkpoint));
    }

    /** As {@link #write(Connection, Checkpoint)}, all of a batch in one round trip. */
    public static void write(Connection connection, List<Checkpoint> checkpoints) throws SQLException {
        String sql = "INSERT INTO bizops.checkpoint"
                + " (schema_name, table_name, least_sequence, greatest_sequence, is_rewrite, run_id)"
                + " VALUES (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Checkpoint checkpoint : checkpoints) {
                insert.setString(1, checkpoint.schema());
                insert.setString(2, checkpoint.table());
                insert.setLong(3, checkpoint.leastSequence());
                insert.setLong(4, checkpoint.greatestSequence());
                insert.setBoolean(5, checkpoint.rewrite());
                insert.setString(6, checkpoint.runId());
                insert.addBatch();
            }
            insert.executeBatch();
        }
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
