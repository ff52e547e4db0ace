package bizops.singer.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The lock of a STATE's name, held by a session: two runs over one STATE would each undo what the other saves.
 * Thread-safe, as it holds nothing.
 */
public final class StateLock {
    private static final String KEY = "hashtextextended('bizops:state:' || ?, 0)";

    private StateLock() {}

    /** Takes the lock for the connection's session, if nobody has it. */
    public static boolean take(Connection connection, String stateId) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT pg_try_advisory_lock(" + KEY + ")")) {
            query.setString(1, stateId);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Who has the lock, for messages: process, program and since when; empty if nobody has. */
    public static Optional<String> holder(Connection connection, String stateId) throws SQLException {
        String sql = "SELECT 'process ' || a.pid || coalesce(' of ' || nullif(a.application_name, ''), '')"
                + " || ', connected since ' || to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS')"
                + " || ' UTC' FROM pg_catalog.pg_locks AS l JOIN pg_catalog.pg_stat_activity AS a ON a.pid = l.pid"
                + " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.database ="
                + " (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())"
                + " AND (l.classid::bigint << 32 | l.objid::bigint) = " + KEY;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, stateId);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        }
    }
}
