package bizops.singer.warehouse;

import bizops.singer.json.Json;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * STATE in the database: {@code bizops.state}, its history, and which appended rows no STATE covers. Each call is in the
 * caller's transaction. Thread-safe, as it holds nothing.
 */
public final class States {
    private States() {}

    /** Appended rows that no saved STATE covers; all numbers inclusive. Immutable. */
    public record UncoveredRange(String schema, String table, long leastSequence, long greatestSequence) {}

    /** The STATE of this name, byte for byte as it was saved; empty if there is none. */
    public static Optional<String> read(Connection connection, String stateId) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT value FROM bizops.state WHERE state_id = ?")) {
            query.setString(1, stateId);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(Objects.requireNonNull(row.getString(1))) : Optional.empty();
            }
        }
    }

    /** Saves a STATE as the newest of this name and as the last of this run. */
    public static void save(Connection connection, String stateId, String value, String runId) throws SQLException {
        upsert(
                connection,
                "INSERT INTO bizops.state (state_id, value, run_id) VALUES (?, ?, ?) ON CONFLICT (state_id) DO UPDATE"
                        + " SET value = excluded.value, run_id = excluded.run_id, saved_at = clock_timestamp()",
                stateId,
                value,
                runId);
        upsert(
                connection,
                "INSERT INTO bizops.state_history (state_id, value, run_id) VALUES (?, ?, ?) ON CONFLICT (state_id,"
                        + " run_id) DO UPDATE SET value = excluded.value, saved_at = clock_timestamp()",
                stateId,
                value,
                runId);
    }

    private static void upsert(Connection connection, String sql, String stateId, String value, String runId)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, stateId);
            insert.setString(2, value);
            insert.setString(3, runId);
            insert.executeUpdate();
        }
    }

    /** The appended rows of this name that no STATE covers. */
    public static List<UncoveredRange> uncovered(Connection connection, String stateId) throws SQLException {
        List<UncoveredRange> ranges = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT schema_name, table_name, least_sequence, greatest_sequence FROM bizops.uncovered_range"
                        + " WHERE state_id = ? ORDER BY schema_name, table_name, least_sequence")) {
            query.setString(1, stateId);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ranges.add(new UncoveredRange(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)));
                }
            }
        }
        return ranges;
    }

    /** Notes rows that no STATE covers yet. */
    public static void note(Connection connection, String stateId, UncoveredRange range, String runId)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO bizops.uncovered_range (state_id, schema_name, table_name,"
                        + " least_sequence, greatest_sequence, run_id) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, stateId);
            insert.setString(2, range.schema());
            insert.setString(3, range.table());
            insert.setLong(4, range.leastSequence());
            insert.setLong(5, range.greatestSequence());
            insert.setString(6, runId);
            insert.executeUpdate();
        }
    }

    /** Forgets which rows no STATE covers, because one does now, or because they are gone. */
    public static void forgetUncovered(Connection connection, String stateId) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM bizops.uncovered_range WHERE state_id = ?")) {
            delete.setString(1, stateId);
            delete.executeUpdate();
        }
    }

    /** Whether two STATEs are the same JSON value, whatever their white space and order of keys. */
    public static boolean isSame(String one, String other) {
        try {
            return one.equals(other) || Objects.equals(Json.parse(one), Json.parse(other));
        } catch (IOException broken) {
            return false;
        }
    }
}
