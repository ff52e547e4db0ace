package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The target run in this process over a database of its own, with streams instead of pipes. */
final class Loading {
    private final TestDatabase database;
    private final Map<String, String> settings = new TreeMap<>();
    private final List<String> options = new ArrayList<>();

    Loading() {
        this(SharedPostgres.freshDatabase());
    }

    Loading(TestDatabase database) {
        this.database = database;
        settings.put("host", '"' + database.host() + '"');
        settings.put("port", Integer.toString(database.port()));
        settings.put("user", '"' + database.user() + '"');
        settings.put("password", '"' + database.password() + '"');
        settings.put("database", '"' + database.name() + '"');
        settings.put("retry_seconds", "20");
    }

    /** What a run left behind, beside the database. */
    record Outcome(ExitCode code, List<String> states, String errors) {}

    /** Changes a setting for the runs that follow; the value is JSON. */
    Loading with(String setting, String json) {
        settings.put(setting, json);
        return this;
    }

    /** Takes a setting away for the runs that follow. */
    Loading without(String setting) {
        settings.remove(setting);
        return this;
    }

    /** With {@code --strict} in the runs that follow. */
    Loading strictly() {
        options.add("--strict");
        return this;
    }

    TestDatabase database() {
        return database;
    }

    Outcome load(String... lines) {
        return load(new ByteArrayInputStream((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** Loads what must go well. */
    void loads(String... lines) {
        Outcome outcome = load(lines);
        assertThat(outcome.errors()).as(Arrays.toString(lines)).isEmpty();
        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
    }

    Outcome load(InputStream messages, String... moreArguments) {
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        ExitCode code = load(messages, stdout, stderr, moreArguments);
        return new Outcome(
                code,
                stdout.toString(StandardCharsets.UTF_8).lines().toList(),
                stderr.toString(StandardCharsets.UTF_8));
    }

    ExitCode load(
            InputStream messages, ByteArrayOutputStream stdout, ByteArrayOutputStream stderr, String... moreArguments) {
        Path config = config();
        List<String> arguments = new ArrayList<>(List.of("--config", config.toString()));
        arguments.addAll(options);
        arguments.addAll(List.of(moreArguments));
        Terminal terminal =
                new Terminal(messages, stdout, new PrintStream(stderr, true, StandardCharsets.UTF_8), Map.of());
        return Launcher.run(Main.program(), terminal, arguments);
    }

    /** The settings as a file. */
    Path config() {
        try {
            Path file = Files.createTempFile("target-postgres", ".json");
            file.toFile().deleteOnExit();
            List<String> members = new ArrayList<>();
            settings.forEach((name, json) -> members.add('"' + name + "\": " + json));
            return Files.writeString(file, "{" + String.join(", ", members) + "}");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The rows of a query, each as its values' texts. */
    List<List<@Nullable String>> rows(String sql) {
        try (Session session = Session.of(database);
                Statement statement = session.statement()) {
            statement.execute("SET TimeZone = 'UTC'");
            try (ResultSet result = statement.executeQuery(sql)) {
                ResultSetMetaData columns = result.getMetaData();
                List<List<@Nullable String>> rows = new ArrayList<>();
                while (result.next()) {
                    List<@Nullable String> row = new ArrayList<>();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        row.add(result.getString(i));
                    }
                    rows.add(row);
                }
                return rows;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /** The only value of a query. */
    @Nullable
    String value(String sql) {
        return rows(sql).get(0).get(0);
    }

    /** Waits for the end of the last run's session: one that broke off may leave a commit behind that is just under way. */
    void awaitEnd() {
        try {
            database.awaitEndOf("target-postgres");
        } catch (SQLException failed) {
            throw new IllegalStateException("cannot see the server's sessions", failed);
        }
    }

    void execute(String sql) {
        try (Session session = Session.of(database);
                Statement statement = session.statement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }
}
