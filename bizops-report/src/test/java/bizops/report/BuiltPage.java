package bizops.report;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.singer.cli.Launcher;
import bizops.singer.cli.Terminal;
import bizops.singer.error.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** A page built by the program's own command out of a database of the test's. */
record BuiltPage(TestDatabase database, ExitCode code, String stdout, String stderr) {
    /** Builds from marts that a script of the test's resources creates. */
    static BuiltPage from(String script, Path directory) throws SQLException, IOException {
        TestDatabase database = SharedPostgres.freshDatabase();
        execute(database, resource(script));
        return from(database, directory);
    }

    static BuiltPage from(TestDatabase database, Path directory) {
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        Map<String, String> environment = Map.of(
                "PG_ADDRESS", database.host(),
                "PG_PORT", String.valueOf(database.port()),
                "PG_USERNAME", database.user(),
                "PG_PASSWORD", database.password(),
                "PG_DATABASE", database.name());
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                stdout,
                new PrintStream(stderr, true, StandardCharsets.UTF_8),
                environment);
        ExitCode code = Launcher.run(Main.program(), terminal, List.of("build", "--out", directory.toString()));
        return new BuiltPage(
                database, code, stdout.toString(StandardCharsets.UTF_8), stderr.toString(StandardCharsets.UTF_8));
    }

    /** The page that the last line of standard output names. */
    Path file() {
        List<String> lines = stdout.lines().toList();
        if (lines.isEmpty()) {
            throw new IllegalStateException("no page: " + stderr);
        }
        return Path.of(lines.get(lines.size() - 1));
    }

    void execute(String sql) throws SQLException {
        execute(database, sql);
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = BuiltPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
