package bizops.singer.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The stored states and their history, each call one statement on the caller's connection and in the caller's
 * transaction. Thread-safe, as it holds nothing.
 */
public final class StateTable {
    /** Of how many runs the last value is kept. */
    public static final int HISTORY = 100;

    private static final String STORE = "WITH cleared AS (DELETE FROM bizops.uncovered_range WHERE state_id = ?),"
            + " stored AS (INSERT INTO bizops.state AS s (state_id, value, revision, run_id, written_by)"
            + " VALUES (?, ?, 1, ?, ?) ON CONFLICT (state_id) DO UPDATE SET value = excluded.value,"
            + " revision = s.revision + CASE WHEN s.value = excluded.value THEN 0 ELSE 1 END,"
            + " run_id = excluded.run_id, written_by = excluded.written_by, updated_at = clock_timestamp()"
            + " RETURNING *),"
            + " kept AS (INSERT INTO bizops.state_history (state_id, revision, value, run_id, written_by, written_at)"
            + " SELECT state_id, revision, value, run_id, written_by, updated_at FROM stored"
            + " ON CONFLICT (state_id, run_id) DO UPDATE SET revision = excluded.revision, value = excluded.value,"
            + " written_by = excluded.written_by, written_at = excluded.written_at),"
            + " dropped AS (DELETE FROM bizops.state_history AS h WHERE (h.state_id, h.run_id) IN"
            + " (SELECT o.state_id, o.run_id FROM bizops.state_history AS o JOIN stored USING (state_id)"
            + " WHERE o.run_id <> stored.run_id ORDER BY o.revision DESC, o.written_at DESC OFFSET " + (HISTORY - 1)
            + "))"
            + " SELECT revision, pg_backend_pid() FROM stored";

    private StateTable() {}

    /** The newest value. */
    public static Optional<StoredState> find(Connection connection, String stateId) throws SQLException {
        List<StoredState> found = read(
                connection,
                "SELECT value, revision, run_id, written_by, updated_at FROM bizops.state WHERE state_id = ?",
                stateId);
        return found.stream().findFirst();
    }

    /**
     * What a store came to.
     *
     * @param revision of the value
     * @param backend the server's process that did it
     */
    public record Receipt(long revision, int backend) {}

    /** Stores a value, which covers everything before it: the notes of uncovered rows go. */
    public static Receipt store(Connection connection, String stateId, String value, String runId, String writtenBy)
            throws SQLException {
        try (PreparedStatement store = connection.prepareStatement(STORE)) {
            store.setString(1, stateId);
            store.setString(2, stateId);
            store.setString(3, value);
            store.setString(4, runId);
            store.setString(5, writtenBy);
            try (ResultSet row = store.executeQuery()) {
                row.next();
                return new Receipt(row.getLong(1), row.getInt(2));
            }
        }
    }

    /** The last values of the newest runs, the newest first. */
    public static List<StoredState> history(Connection connection, String stateId) throws SQLException {
        return read(
                connection,
                "SELECT value, revision, run_id, written_by, written_at FROM bizops.state_history"
                        + " WHERE state_id = ? ORDER BY revision DESC, written_at DESC",
                stateId);
    }

    /** The names of all states, sorted. */
    public static List<String> ids(Connection connection) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT state_id FROM bizops.state ORDER BY state_id");
                ResultSet row = query.executeQuery()) {
            List<String> ids = new ArrayList<>();
            while (row.next()) {
                ids.add(row.getString(1));
            }
            return ids;
        }
    }

    private static List<StoredState> read(Connection connection, String sql, String stateId) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, stateId);
            try (ResultSet row = query.executeQuery()) {
                List<StoredState> states = new ArrayList<>();
                while (row.next()) {
                    states.add(new StoredState(
                            row.getString(1),
                            row.getLong(2),
                            row.getString(3),
                            row.getString(4),
                            row.getObject(5, OffsetDateTime.class).toInstant()));
                }
                return states;
            }
        }
    }
}
