package bizops.bench;

import bizops.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A server that syncs, and the programs that load into it. */
final class Ground implements AutoCloseable {
    private static final String DATABASE = "bench";
    private static final Map<String, String> SETTINGS = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "shared_buffers", "512MB",
            "max_wal_size", "8GB",
            "autovacuum", "off");

    private final Installation programs;
    private final PostgresServer server;
    private int port;

    Ground(Installation programs) throws IOException, InterruptedException, SQLException {
        this.programs = programs;
        server = PostgresServer.start(SETTINGS);
        server.createDatabase(DATABASE);
        port = server.port();
    }

    Path directory() {
        return programs.directory();
    }

    int serverPort() {
        return server.port();
    }

    /** Lets both sides connect to this port from now on. */
    void connectTo(int otherPort) {
        port = otherPort;
    }

    /** Runs statements as the superuser, each on its own. */
    void sql(String... statements) throws SQLException {
        try (Connection connection = server.connect(DATABASE);
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    /** The first column of the first row. */
    String one(String query) throws SQLException {
        try (Connection connection = server.connect(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    /** psql on a script. */
    ProcessBuilder psql(String script) throws IOException {
        Path file = Files.writeString(directory().resolve("floor.sql"), script);
        ProcessBuilder psql = new ProcessBuilder("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", file.toString());
        psql.environment()
                .putAll(Map.of(
                        "PGHOST",
                        "127.0.0.1",
                        "PGPORT",
                        Integer.toString(port),
                        "PGUSER",
                        server.user(),
                        "PGPASSWORD",
                        server.password(),
                        "PGDATABASE",
                        DATABASE,
                        "PGSSLMODE",
                        "disable"));
        return quiet(psql);
    }

    /** The target on a file of messages. */
    ProcessBuilder target(String schema, Path messages, String moreSettings) throws IOException {
        Path config = config(", \"default_target_schema\": \"" + schema + "\"" + moreSettings);
        ProcessBuilder target = program("target-postgres", "--config", config.toString());
        return quiet(target).redirectInput(messages.toFile());
    }

    /** Where the warehouse is, as a settings file. */
    Path config() throws IOException {
        return config("");
    }

    private Path config(String moreSettings) throws IOException {
        return Files.writeString(directory().resolve("config.json"), """
                {"host": "127.0.0.1", "port": %d, "database": "%s", "user": "%s", "password": "%s"%s}
                """.formatted(
                        port, DATABASE, server.user(), server.password(), moreSettings));
    }

    ProcessBuilder program(String name, String... arguments) {
        return programs.program(name, arguments);
    }

    ProcessBuilder quiet(ProcessBuilder builder) {
        return programs.quiet(builder);
    }

    /** What the last process said on standard error. */
    String said() {
        return programs.said();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
