package bizops.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** One database of a {@link PostgresServer}, with all that a client's configuration asks for. */
public record TestDatabase(PostgresServer server, String name) {
    public String host() {
        return server.host();
    }

    public int port() {
        return server.port();
    }

    public String user() {
        return server.user();
    }

    public String password() {
        return server.password();
    }

    /** What every program's configuration asks for; the caller may add to it. */
    public Map<String, Object> settings() {
        return server.settings(name);
    }

    /** A JDBC URL with user and password in it. */
    public String jdbcUrl() {
        return server.jdbcUrl(name);
    }

    /** A new connection; the caller closes it. */
    public Connection connect() throws SQLException {
        return server.connect(name);
    }

    /**
     * Waits until no session of this application is left here. One that is closed or broken off may still commit, and
     * holds its locks, until the server has noticed.
     */
    public void awaitEndOf(String application) throws SQLException {
        try (Connection looking = connect();
                PreparedStatement sessions = looking.prepareStatement(
                        "SELECT FROM pg_stat_activity WHERE application_name = ? AND datname = current_database()")) {
            sessions.setString(1, application);
            while (hasRow(sessions)) {
                Thread.onSpinWait();
            }
        }
    }

    private static boolean hasRow(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            return rows.next();
        }
    }
}
