package bizops.transform;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.singer.cli.Launcher;
import bizops.singer.cli.Terminal;
import bizops.singer.error.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A database of a test's own, and the program run on it. */
final class Warehouse {
    private final TestDatabase database;

    Warehouse() {
        this(QuietServer.freshDatabase());
    }

    private Warehouse(TestDatabase database) {
        this.database = database;
    }

    /** What a run said and how it ended. */
    record Outcome(ExitCode exit, String stdout, String stderr) {}

    static Path fixture(String name) {
        try {
            return Path.of(Objects.requireNonNull(Warehouse.class.getResource("worked-example/" + name))
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The worked example's seeds with a changed text in {@code settings.json}. */
    static Path seeds(Path folder, String from, String to) throws IOException {
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        try (var files = Files.list(fixture("seeds"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                String name = String.valueOf(file.getFileName());
                Files.writeString(seeds.resolve(name), name.equals("settings.json") ? text.replace(from, to) : text);
            }
        }
        return seeds;
    }

    Warehouse withSalesforce(RawShape shape) throws IOException, SQLException {
        try (Connection connection = database.connect()) {
            RawData.load(connection, "raw_salesforce", fixture("salesforce"), shape);
        }
        return this;
    }

    Warehouse withMarketo(RawShape shape) throws IOException, SQLException {
        try (Connection connection = database.connect()) {
            RawData.load(connection, "raw_marketo", fixture("marketo"), shape);
        }
        return this;
    }

    Warehouse withZuora(RawShape shape) throws IOException, SQLException {
        try (Connection connection = database.connect()) {
            RawData.load(connection, "raw_zuora", fixture("zuora"), shape);
        }
        return this;
    }

    /** The three vendors' rows of the worked example. */
    static Warehouse ofAllVendors() throws IOException, SQLException {
        return new Warehouse()
                .withSalesforce(RawShape.TYPED)
                .withMarketo(RawShape.TEXT)
                .withZuora(RawShape.TEXT);
    }

    /** Another database with all that is in this one, to which no connection may be open. */
    Warehouse copy() {
        KeptSession.end();
        return new Warehouse(SharedPostgres.copyOf(database));
    }

    Connection connect() throws SQLException {
        return database.connect();
    }

    Outcome build(Path seeds, String... more) throws IOException {
        return build(Map.of(), seeds, more);
    }

    Outcome build(Map<String, String> config, Path seeds, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--seeds", seeds.toString()));
        arguments.addAll(List.of(more));
        return run(Map.of(), config, "build", arguments.toArray(String[]::new));
    }

    /** Runs a command with this database as its {@code --config}. */
    Outcome run(String command, String... more) throws IOException {
        return run(Map.of(), Map.of(), command, more);
    }

    /**
     * Runs a command; a build makes one model after the other unless told otherwise, as tests run side by side already.
     *
     * @param variables the process's environment
     * @param config JSON values that stand beside the connection in the {@code --config}
     */
    Outcome run(Map<String, String> variables, Map<String, String> config, String command, String... more)
            throws IOException {
        Path file = Files.writeString(Files.createTempFile("warehouse", ".json"), json(config));
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                stdout,
                new PrintStream(stderr, true, StandardCharsets.UTF_8),
                variables);
        List<String> arguments = new ArrayList<>(List.of(command, "--config", file.toString()));
        arguments.addAll(List.of(more));
        ExitCode exit = Launcher.run(Main.program(), terminal, arguments);
        Files.delete(file);
        return new Outcome(exit, stdout.toString(StandardCharsets.UTF_8), stderr.toString(StandardCharsets.UTF_8));
    }

    private String json(Map<String, String> config) {
        StringBuilder json = new StringBuilder("{\"host\": " + config.getOrDefault("host", '"' + database.host() + '"')
                + ", \"port\": " + database.port()
                + ", \"user\": \"" + database.user() + "\", \"password\": \""
                + config.getOrDefault("password", database.password()) + "\", \"database\": \"" + database.name()
                + "\", \"parallelism\": " + config.getOrDefault("parallelism", "1"));
        config.forEach((name, value) -> {
            if (!List.of("password", "host", "parallelism").contains(name)) {
                json.append(", \"").append(name).append("\": ").append(value);
            }
        });
        return json.append("}").toString();
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = KeptSession.of(database).createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of a query, their columns joined by a bar; null is an empty text. */
    List<String> rows(String sql) throws SQLException {
        try (Statement statement = KeptSession.of(database).createStatement()) {
            return rows(statement, sql);
        }
    }

    static List<String> rows(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    String cell = result.getString(i);
                    cells.add(cell == null ? "" : cell);
                }
                rows.add(String.join("|", cells));
            }
            return rows;
        }
    }
}
