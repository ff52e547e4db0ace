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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A site built by the program's own command out of a database of the test's. */
record BuiltSite(TestDatabase database, Path directory, ExitCode code, String stdout, String stderr) {
    /** The schema of each word that a cube may name. */
    static final Map<String, String> SCHEMAS = Map.of(
            "marts", "marts", "core", "core", "staging", "staging", "history", "history", "bizops", "bizops", "loads",
            "bizops");

    private static final String WAREHOUSE = "invented-warehouse.sql";

    /** A fresh warehouse, invented, the same on every machine. */
    static TestDatabase warehouse() throws SQLException, IOException {
        TestDatabase database = SharedPostgres.freshDatabase();
        execute(database, resource(WAREHOUSE));
        return database;
    }

    /** Builds the program's own pages; {@code more} are further arguments. */
    static BuiltSite from(TestDatabase database, Path directory, String... more) {
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
        List<String> arguments = new ArrayList<>(List.of("build", "--out", directory.toString()));
        arguments.addAll(List.of(more));
        ExitCode code = Launcher.run(Main.program(), terminal, arguments);
        return new BuiltSite(
                database,
                directory,
                code,
                stdout.toString(StandardCharsets.UTF_8),
                stderr.toString(StandardCharsets.UTF_8));
    }

    /** A page's file. */
    Path file(String page) {
        if (code != ExitCode.OK) {
            throw new IllegalStateException("no site: " + stderr);
        }
        return directory.resolve(page + ".html");
    }

    URI page(String page) {
        return file(page).toUri();
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
        try (InputStream in = BuiltSite.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
