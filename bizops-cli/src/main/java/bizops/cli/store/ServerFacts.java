package bizops.cli.store;

import bizops.singer.warehouse.Migrations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * What a server says of itself and of what this role may do. Immutable.
 *
 * @param versionNumber such as 150004
 * @param readOnly a standby, or set to read only
 * @param mayCreateSchemas in this database
 * @param encrypted whether this connection is under TLS
 * @param loopback whether it stays on this machine
 * @param shared whether two statements of a session may reach two sessions of the server: a pooler between them
 * @param migrations how many have run in the schema {@code bizops}
 * @param freeConnections before the server refuses more
 */
public record ServerFacts(
        String version,
        int versionNumber,
        Instant now,
        boolean readOnly,
        boolean mayCreateSchemas,
        boolean encrypted,
        boolean loopback,
        boolean shared,
        int migrations,
        int freeConnections) {
    private static final String FACTS = """
            SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
                clock_timestamp() AS now,
                pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on' AS read_only,
                has_database_privilege(current_database(), 'CREATE') AS may_create,
                coalesce(inet_client_addr() << '127.0.0.0/8' OR inet_client_addr() = '::1'
                    OR inet_client_addr() = inet_server_addr(), true) AS loopback,
                pg_backend_pid() AS pid,
                current_setting('max_connections')::int - (SELECT count(*)::int FROM pg_stat_activity) AS free""";

    /** Asks the server. */
    public static ServerFacts of(Store store) {
        return store.ask(open -> {
            try (Statement statement = open.createStatement();
                    ResultSet row = statement.executeQuery(FACTS)) {
                row.next();
                return new ServerFacts(
                        row.getString("version"),
                        row.getInt("number"),
                        row.getObject("now", OffsetDateTime.class).toInstant(),
                        row.getBoolean("read_only"),
                        row.getBoolean("may_create"),
                        isEncrypted(open),
                        row.getBoolean("loopback"),
                        isOtherSession(open, row.getInt("pid")),
                        Migrations.version(open),
                        row.getInt("free"));
            }
        });
    }

    /** The server tells only the login itself, not the role as which its sessions may begin. */
    private static boolean isEncrypted(Connection open) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute("SET ROLE NONE");
            boolean encrypted;
            try (ResultSet row = statement.executeQuery("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
                encrypted = row.next() && row.getBoolean(1);
            }
            statement.execute("RESET ROLE");
            return encrypted;
        }
    }

    private static boolean isOtherSession(Connection open, int pid) throws SQLException {
        try (PreparedStatement query = open.prepareStatement("SELECT pg_backend_pid() <> ?")) {
            query.setInt(1, pid);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
