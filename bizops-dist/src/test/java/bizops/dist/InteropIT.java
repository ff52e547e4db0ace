package bizops.dist;

import static bizops.dist.ErrorSetting.TAP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our programs in a pipe with a tap and a target in Python that share no code with them. */
final class InteropIT {
    private static final Path TAP_SCRIPT =
            Path.of("src", "test", "python", "orders_tap.py").toAbsolutePath();
    private static final Path TARGET_SCRIPT = Path.of(
                    "..", "bizops-singer-core", "src", "test", "python", "strict_target.py")
            .toAbsolutePath();
    private static final int ROWS = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Rows that hold exactly what the tap computes from their ids. */
    private static final String EXACT = """
            SELECT count(*) FROM (SELECT *, id AS i FROM raw_salesforce."order") AS o
             WHERE "customer name" = 'Grüße №' || i || E'\\t"\\\\\\n🎈'
               AND big = 9007199254740993 + i
               AND amount = i::numeric / 8
               AND placed_at = timestamptz '2026-03-28 22:30Z' + i * interval '1 minute' + i * interval '1 microsecond'
               AND due = date '2024-02-28' + i::int
               AND open = (i % 2 = 0)
               AND address = jsonb_build_object('city', 'Łódź', 'lines', jsonb_build_array('a', i))
               AND note IS NOT DISTINCT FROM CASE WHEN i % 3 = 0 THEN '' END
            """;

    @TempDir
    private static Path directory = Path.of("");

    private static @Nullable ErrorSetting prepared;

    private final TestDatabase database = SharedPostgres.freshDatabase();

    @BeforeAll
    static void prepare() throws Exception {
        assumeTrue(
                new ProcessBuilder("sh", "-c", "command -v python3").start().waitFor() == 0,
                "not tried: there is no python3");
        prepared = ErrorSetting.prepare(directory);
    }

    @AfterAll
    static void stopTheSandbox() {
        if (prepared != null) {
            prepared.close();
        }
    }

    @Test
    void aPythonTapsValuesAllArriveExactly() throws Exception {
        Pipeline load = Pipeline.start(directory.resolve("all"), tap(Optional.empty()), target("all"))
                .await();

        assertThat(List.of(load.exit(0), load.exit(1))).as(load.logs()).containsOnly(0);
        assertThat(load.lastOutput())
                .hasValueSatisfying(state -> assertThat(state)
                        .isEqualToIgnoringWhitespace("{\"bookmarks\":{\"order\":{\"id\":" + ROWS + "}}}"));
        assertAllThere();
    }

    @Test
    void aPythonTapGoesOnFromTheStateThatTheTargetPrinted() throws Exception {
        Pipeline cut = Pipeline.start(
                        directory.resolve("cut"), tap(Optional.empty()), List.of("sed", "-u", "500q"), target("cut"))
                .await();
        assertThat(cut.exit(2)).as(cut.logs()).isZero();
        String state = cut.lastOutput().orElseThrow();
        int done = JSON.readTree(state).at("/bookmarks/order/id").asInt();
        assertThat(done).isBetween(400, 499);
        Path messages = directory.resolve("rest");

        Pipeline rest = Pipeline.start(
                        directory.resolve("on"),
                        tap(Optional.of(state)),
                        List.of("tee", messages.toString()),
                        target("on"))
                .await();

        assertThat(rest.exit(2)).as(rest.logs()).isZero();
        assertThat(Written.text(messages).lines().filter(line -> line.contains("\"RECORD\"")))
                .hasSize(ROWS - done);
        assertAllThere();
    }

    @Test
    void aPythonTargetGetsEveryRowOfTheSalesforceTap() throws Exception {
        Path rows = directory.resolve("rows");
        Pipeline load = Pipeline.start(
                        directory.resolve("salesforce"),
                        setting().tapCommand("salesforce", setting().tap(), Optional.empty()),
                        List.of("python3", TARGET_SCRIPT.toString(), rows.toString()))
                .await();

        assertThat(List.of(load.exit(TAP), load.exit(1))).as(load.logs()).containsOnly(0);
        Map<String, JsonNode> leads = records(rows, "Lead");
        Map<String, JsonNode> truth =
                Truth.of(setting().sandbox(), "Lead").present().rows();
        assertThat(leads.keySet()).isEqualTo(truth.keySet()).hasSizeGreaterThan(100);
        for (Map.Entry<String, JsonNode> lead : truth.entrySet()) {
            for (String field : List.of("LastName", "Company", "Email", "Status", "IsDeleted")) {
                assertThat(record(leads, lead.getKey()).path(field))
                        .as(field)
                        .isEqualTo(lead.getValue().path(field));
            }
        }
        for (Map.Entry<String, List<String>> table : setting().expected().entrySet()) {
            assertThat(recordCount(rows, table.getKey()))
                    .as(table.getKey())
                    .isEqualTo(table.getValue().size());
        }
    }

    private static ErrorSetting setting() {
        return Objects.requireNonNull(prepared);
    }

    private static List<String> tap(Optional<String> state) throws Exception {
        Path config = directory.resolve("orders.json");
        JSON.writeValue(config.toFile(), Map.of("rows", ROWS, "state_every", 50));
        List<String> script = List.of("python3", TAP_SCRIPT.toString(), "--config", config.toString());
        Path catalog = directory.resolve("orders-catalog.json");
        List<String> discover = new ArrayList<>(script);
        discover.add("--discover");
        int discovered = new ProcessBuilder(discover)
                .redirectOutput(catalog.toFile())
                .start()
                .waitFor();
        assertThat(discovered).isZero();
        List<String> command = new ArrayList<>(script);
        command.addAll(List.of("--catalog", catalog.toString()));
        if (state.isPresent()) {
            Path file = Files.writeString(directory.resolve("orders-state.json"), state.get());
            command.addAll(List.of("--state", file.toString()));
        }
        return command;
    }

    private List<String> target(String name) throws Exception {
        return setting().targetCommand(name, setting().target(database));
    }

    private void assertAllThere() throws SQLException {
        assertThat(count("SELECT count(*) FROM raw_salesforce.\"order\"")).isEqualTo(ROWS);
        assertThat(count(EXACT)).isEqualTo(ROWS);
    }

    private long count(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Map<String, JsonNode> records(Path rows, String stream) throws Exception {
        Map<String, JsonNode> records = new TreeMap<>();
        for (String line : Files.readAllLines(rows, StandardCharsets.UTF_8)) {
            JsonNode row = JSON.readTree(line);
            if (row.path("stream").asText().equalsIgnoreCase(stream)) {
                records.put(row.path("record").path("Id").asText(), row.path("record"));
            }
        }
        return records;
    }

    private static JsonNode record(Map<String, JsonNode> records, String id) {
        return Objects.requireNonNull(records.get(id), id);
    }

    private static int recordCount(Path rows, String stream) throws Exception {
        return records(rows, stream).size();
    }
}
