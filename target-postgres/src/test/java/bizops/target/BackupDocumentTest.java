package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bizops.postgres.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/backup.md, word for word. They need a pg_dump that is not older than the server. */
final class BackupDocumentTest {
    private static final Path PAGE = Path.of("..", "docs", "backup.md");
    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern MAJOR = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
    private static final String KEYED =
            "{\"type\":\"SCHEMA\",\"stream\":\"lead\",\"key_properties\":[\"id\"],\"schema\":"
                    + "{\"properties\":{\"id\":{\"type\":\"integer\"},\"Name\":{\"type\":\"string\"}}}}";
    private static final String KEYLESS = "{\"type\":\"SCHEMA\",\"stream\":\"visit\",\"key_properties\":[],\"schema\":"
            + "{\"properties\":{\"n\":{\"type\":\"integer\"}}}}";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatIsRestoredIsEqualAndTheNextRunGoesOnFromItsState() throws Exception {
        Loading original = loading(new Loading().database());
        assumeTrue(dumpVersion(original) >= serverVersion(original), "pg_dump is older than the server");
        load(original);

        List<String> commands = commands();
        commands.forEach(block -> run(block, original.database()));
        Loading restored = loading(new TestDatabase(original.database().server(), "restored"));

        assertThat(commands).hasSize(2);
        assertThat(content(restored))
                .isEqualTo(content(original))
                .containsKeys(
                        "raw_crm.lead", "raw_crm.visit", "history.lead", "bizops.state", "bizops.uncovered_range");
        restored.loads(state("a"), KEYED, lead(2, "again"), lead(3, "new"), KEYLESS, visit(2), visit(3), state("b"));
        assertThat(restored.rows("SELECT id, name FROM raw_crm.lead ORDER BY id"))
                .containsExactly(List.of("1", "one"), List.of("2", "again"), List.of("3", "new"));
        assertThat(restored.rows("SELECT n FROM raw_crm.visit ORDER BY n"))
                .as("the row that no state covered came once more and stands once")
                .containsExactly(List.of("1"), List.of("2"), List.of("3"));
        assertThat(restored.value("SELECT value FROM bizops.state")).contains("\"b\"");
        assertThat(restored.value("SELECT count(DISTINCT _sdc_sequence) FROM raw_crm.visit"))
                .isEqualTo("3");
    }

    /** A load that ended after its state, and a history as bizops-transform keeps it. */
    private static void load(Loading loading) throws SQLException {
        loading.loads(KEYED, lead(1, "one"), lead(2, "two"), KEYLESS, visit(1), state("a"), visit(2));
        try (Session session = Session.of(loading.database());
                Statement statement = session.statement()) {
            statement.execute("CREATE EXTENSION btree_gist SCHEMA public; CREATE SCHEMA history;"
                    + " CREATE TABLE history.lead (id text, valid_from timestamptz, valid_to timestamptz,"
                    + " EXCLUDE USING gist (id WITH =, tstzrange(valid_from, valid_to) WITH &&));"
                    + " INSERT INTO history.lead VALUES ('1', '2026-01-01', 'infinity')");
        }
    }

    private static Loading loading(TestDatabase database) {
        return new Loading(database)
                .with("default_target_schema", "\"raw_crm\"")
                .with("state_id", "\"crm\"");
    }

    private static String lead(int id, String name) {
        return "{\"type\":\"RECORD\",\"stream\":\"lead\",\"record\":{\"id\":" + id + ",\"Name\":\"" + name + "\"}}";
    }

    private static String visit(int n) {
        return "{\"type\":\"RECORD\",\"stream\":\"visit\",\"record\":{\"n\":" + n + "}}";
    }

    private static String state(String value) {
        return "{\"type\":\"STATE\",\"value\":{\"at\":\"" + value + "\"}}";
    }

    /** Rows, columns and comments of every table, and where every sequence stands, as texts. */
    private static Map<String, String> content(Loading loading) {
        Map<String, String> content = new TreeMap<>();
        for (List<@Nullable String> row : loading.rows("SELECT n.nspname || '.' || c.relname, c.relkind,"
                + " format('%I.%I', n.nspname, c.relname), coalesce((SELECT string_agg(concat_ws(' ', a.attname,"
                + " format_type(a.atttypid, a.atttypmod), col_description(c.oid, a.attnum)), ', ' ORDER BY a.attnum)"
                + " FROM pg_attribute AS a WHERE a.attrelid = c.oid AND a.attnum > 0), '')"
                + " FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace"
                + " WHERE n.nspname IN ('raw_crm', 'history', 'bizops') AND c.relkind IN ('r', 'S')")) {
            String query = "S".equals(row.get(1))
                    ? "SELECT last_value || ' ' || is_called FROM " + row.get(2)
                    : "SELECT string_agg(t::text, '; ' ORDER BY t::text) FROM " + row.get(2) + " AS t";
            content.put(Objects.requireNonNull(row.get(0)), row.get(3) + ": " + loading.value(query));
        }
        return content;
    }

    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        Matcher found = COMMANDS.matcher(Files.readString(PAGE));
        while (found.find()) {
            commands.add(found.group(1));
        }
        return commands;
    }

    private int dumpVersion(Loading loading) {
        Matcher version = MAJOR.matcher(run("pg_dump --version", loading.database()));
        return version.find() ? Integer.parseInt(version.group(1)) : 0;
    }

    private static int serverVersion(Loading loading) {
        return Integer.parseInt(String.valueOf(loading.value("SHOW server_version_num"))) / 10000;
    }

    private String run(String commands, TestDatabase database) {
        try {
            Path log = folder.resolve("log");
            ProcessBuilder builder = new ProcessBuilder("bash", "-euc", commands)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment()
                    .putAll(Map.of(
                            "PGHOST", database.host(),
                            "PGPORT", Integer.toString(database.port()),
                            "PGUSER", database.user(),
                            "PGPASSWORD", database.password(),
                            "PGDATABASE", database.name()));
            int exit = builder.start().waitFor();
            String said = Files.readString(log, StandardCharsets.UTF_8);
            assertThat(exit).as("%s: %s", commands, said).isZero();
            return said;
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(commands, failed);
        }
    }
}
