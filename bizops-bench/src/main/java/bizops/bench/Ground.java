package bizops.bench;

import bizops.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A server that syncs, a directory for the data, and the installed programs; gone when closed. */
final class Ground implements AutoCloseable {
    private static final String DATABASE = "bench";
    private static final Map<String, String> SETTINGS = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "shared_buffers", "512MB",
            "max_wal_size", "8GB",
            "autovacuum", "off");

    private final Path directory;
    private final Path home;
    private final PostgresServer server;
    private int port;

    /** @param cached whether to make the programs' class-data archives, as an installation has them */
    Ground(Path installed, boolean cached) throws IOException, InterruptedException, SQLException {
        directory = Files.createTempDirectory("bizops-bench-");
        home = directory.resolve("bizops");
        execute(List.of("cp", "-R", "-p", installed.toString(), home.toString()));
        if (cached) {
            execute(List.of(home.resolve("bin/bizops").toString(), "install-cache"));
        }
        server = PostgresServer.start(SETTINGS);
        server.createDatabase(DATABASE);
        port = server.port();
    }

    Path directory() {
        return directory;
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
        Path file = Files.writeString(directory.resolve("floor.sql"), script);
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
        Path config = Files.writeString(directory.resolve("config.json"), """
                {"host": "127.0.0.1", "port": %d, "database": "%s", "user": "%s", "password": "%s",
                 "default_target_schema": "%s"%s}
                """.formatted(
                        port, DATABASE, server.user(), server.password(), schema, moreSettings));
        ProcessBuilder target = program("target-postgres", "--config", config.toString());
        return quiet(target).redirectInput(messages.toFile());
    }

    ProcessBuilder program(String name, String... arguments) {
        ProcessBuilder program =
                new ProcessBuilder(home.resolve("bin").resolve(name).toString());
        program.command().addAll(List.of(arguments));
        return quiet(program);
    }

    /** Output goes to a file, so that a failure can be read and a terminal costs nothing. */
    ProcessBuilder quiet(ProcessBuilder builder) {
        return builder.redirectOutput(directory.resolve("stdout").toFile())
                .redirectError(directory.resolve("stderr").toFile());
    }

    /** What the last process said on standard error. */
    String said() {
        try {
            return Files.readString(directory.resolve("stderr"), StandardCharsets.UTF_8);
        } catch (IOException none) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(Ground::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(command + " ended with " + process.exitValue());
        }
    }
}
