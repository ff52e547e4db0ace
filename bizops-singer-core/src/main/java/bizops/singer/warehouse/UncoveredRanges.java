package bizops.singer.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The notes of uncovered rows, on the caller's connection and in the caller's transaction; {@link StateTable#store}
 * clears them. Thread-safe, as it holds nothing.
 */
public final class UncoveredRanges {
    private UncoveredRanges() {}

    /** Those of a state, by table and number. */
    public static List<UncoveredRange> of(Connection connection, String stateId) throws SQLException {
        String sql = "SELECT schema_name, table_name, least_sequence, greatest_sequence, run_id"
                + " FROM bizops.uncovered_range WHERE state_id = ? ORDER BY schema_name, table_name, least_sequence";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, stateId);
            try (ResultSet row = query.executeQuery()) {
                List<UncoveredRange> ranges = new ArrayList<>();
                while (row.next()) {
                    ranges.add(new UncoveredRange(
                            row.getString(1), row.getString(2), row.getLong(3), row.getLong(4), row.getString(5)));
                }
                return ranges;
            }
        }
    }

    /** Notes rows that this transaction commits. */
    public static void note(Connection connection, String stateId, List<UncoveredRange> ranges) throws SQLException {
        String sql = "INSERT INTO bizops.uncovered_range"
                + " (state_id, schema_name, table_name, least_sequence, greatest_sequence, run_id)"
                + " VALUES (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (UncoveredRange range : ranges) {
                insert.setString(1, stateId);
                insert.setString(2, range.schema());
                insert.setString(3, range.table());
                insert.setLong(4, range.leastSequence());
                insert.setLong(5, range.greatestSequence());
                insert.setString(6, range.runId());
                insert.addBatch();
            }
            int[] unused = insert.executeBatch();
        }
    }

    /** Forgets them: their rows were removed. */
    public static void clear(Connection connection, String stateId) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM bizops.uncovered_range WHERE state_id = ?")) {
            delete.setString(1, stateId);
            delete.executeUpdate();
        }
    }
}
