package bizops.singer.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Keeps two runs of one pipeline apart: an advisory lock of a session, which the server frees when the session ends,
 * however it ends. {@link #RUN} is held by who starts the programs, {@link #STATE} by who writes the state; a hand that
 * changes the state takes both. Thread-safe, as it holds nothing.
 */
public enum StateLock {
    RUN("bizops:run:"),
    STATE("bizops:state:"),
    /** Held over a pipeline of several taps, its transform and its report; the name is the pipeline's, not a state's. */
    PIPELINE("bizops:pipeline:");

    private final String prefix;

    StateLock(String prefix) {
        this.prefix = prefix;
    }

    /**
     * The session that holds a lock.
     *
     * @param application its {@code application_name}
     * @param host its address, {@code local} without one
     */
    public record Holder(int pid, String application, String host) {
        /** For messages. */
        public String text() {
            return "process " + pid + " of the server, application " + application + " from " + host;
        }
    }

    /** Takes it for the session of the connection; false if another session has it. */
    public boolean take(Connection connection, String stateId) throws SQLException {
        return take(connection, stateId, "pg_try_advisory_lock");
    }

    /** Takes it beside others that take it like this; false if a session has it for itself alone. */
    public boolean share(Connection connection, String stateId) throws SQLException {
        return take(connection, stateId, "pg_try_advisory_lock_shared");
    }

    private boolean take(Connection connection, String stateId, String function) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT " + function + "(hashtextextended(?, 0))")) {
            query.setString(1, prefix + stateId);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Gives back what {@link #take} took on this connection. */
    public void release(Connection connection, String stateId) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT pg_advisory_unlock(hashtextextended(?, 0))")) {
            query.setString(1, prefix + stateId);
            query.execute();
        }
    }

    /** Who holds it; empty if nobody does, or it was freed meanwhile. */
    public Optional<Holder> holder(Connection connection, String stateId) throws SQLException {
        String sql = "WITH k AS (SELECT hashtextextended(?, 0) AS key)"
                + " SELECT l.pid, coalesce(a.application_name, ''), coalesce(host(a.client_addr), 'local')"
                + " FROM k JOIN pg_catalog.pg_locks AS l ON l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
                + " AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())"
                + " AND l.classid = ((k.key >> 32) & 4294967295)::oid AND l.objid = (k.key & 4294967295)::oid"
                + " LEFT JOIN pg_catalog.pg_stat_activity AS a ON a.pid = l.pid LIMIT 1";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, prefix + stateId);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Holder(row.getInt(1), row.getString(2), row.getString(3)))
                        : Optional.empty();
            }
        }
    }
}
