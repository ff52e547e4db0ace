package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of {@code docs/privacy.md}, once in the tap and once in the target. */
final class ColumnRulesIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "a key of the test, 32 bytes long";
    private static final String ADDRESS = "Ada.Lovelace@Analytical.Example";
    private static final String PHONE = "+49 30 5550199";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aHashedAddressIsFoundNowhereAndIsTheSameFromTapAndTarget() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.05))) {
            String lead = plant(sandbox);
            sandbox.advance(Duration.ofMinutes(5));

            Load inTap = load(sandbox, "tap", rules(), JSON.createObjectNode());
            Load inTarget = load(sandbox, "target", JSON.createObjectNode(), rules());

            for (Load load : List.of(inTap, inTarget)) {
                assertNothingPlain(load.said());
                assertNothingPlain(load.stored());
                assertThat(load.row("SELECT email, phone, mobilephone FROM lead WHERE id = '" + lead + "'"))
                        .isEqualTo("[" + hash(ADDRESS) + ", null, null]");
                assertThat(load.row("SELECT email, birthdate::text FROM contact WHERE lastname = 'King'"))
                        .isEqualTo("[" + hash(ADDRESS) + ", 1815-01-01]");
                assertThat(load.row("SELECT count(*) > 0 FROM lead WHERE phone IS NOT NULL"))
                        .isEqualTo("[t]");
            }
            assertNothingPlain(inTap.messages());
            for (JsonNode row : Truth.of(sandbox, "Lead").rows().values()) {
                String address = row.path("Email").asText("");
                assertThat(address.isEmpty() || !inTap.messages().contains(address))
                        .as("an address on the pipe")
                        .isTrue();
            }
        }
    }

    private static void assertNothingPlain(String text) {
        assertThat(text.toLowerCase(Locale.ROOT).contains("lovelace"))
                .as("the address")
                .isFalse();
        assertThat(text.contains(PHONE)).as("the number").isFalse();
        assertThat(text.contains(KEY)).as("the key").isFalse();
    }

    private static String plant(Sandbox sandbox) {
        sandbox.insert("Contact", Map.of("LastName", "King", "Email", ADDRESS, "Birthdate", "1815-12-10"));
        return sandbox.insert(
                "Lead",
                Map.of(
                        "LastName",
                        "King",
                        "Company",
                        "Analytical Engines",
                        "Status",
                        "Open - Not Contacted",
                        "Email",
                        ADDRESS.toUpperCase(Locale.ROOT),
                        "Phone",
                        PHONE,
                        "MobilePhone",
                        PHONE,
                        "Country",
                        "DE",
                        "Description",
                        "write to " + ADDRESS));
    }

    /** The settings as the page shows them. */
    private static ObjectNode rules() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "privacy.md"));
        String marker = "```json";
        int start = page.indexOf(marker) + marker.length();
        ObjectNode rules = (ObjectNode) JSON.readTree(page.substring(start, page.indexOf("```", start)));
        rules.put("column_rules_key", KEY);
        return rules;
    }

    private Load load(Sandbox sandbox, String name, ObjectNode tapRules, ObjectNode targetRules) throws Exception {
        TestDatabase database = SharedPostgres.freshDatabase();
        Path here = Files.createDirectories(folder.resolve(name));
        ObjectNode tap = tapRules.put("login_url", sandbox.url())
                .put("client_id", sandbox.clientId())
                .put("client_secret", sandbox.clientSecret());
        tap.putArray("streams_to_discover").add("Lead").add("Contact");
        database.settings().forEach((setting, value) -> targetRules.set(setting, JSON.valueToTree(value)));
        JSON.writeValue(here.resolve("tap.json").toFile(), tap);
        JSON.writeValue(here.resolve("target.json").toFile(), targetRules);
        Path messages = here.resolve("messages");
        Pipeline pipeline = Pipeline.start(
                        here.resolve("run"),
                        command("tap-salesforce", here.resolve("tap.json")),
                        List.of("tee", messages.toString()),
                        command("target-postgres", here.resolve("target.json")))
                .await();
        assertThat(List.of(pipeline.exit(0), pipeline.exit(2)))
                .as(pipeline.logs())
                .containsExactly(0, 0);
        String said = pipeline.logs() + String.join("\n", pipeline.output());
        return new Load(database, said, Files.readString(messages, StandardCharsets.UTF_8));
    }

    private static List<String> command(String program, Path config) {
        return List.of(Tree.program(program).toString(), "--debug", "--config", config.toString());
    }

    private static String hash(String address) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of()
                .formatHex(mac.doFinal(address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * What a load left.
     *
     * @param said both programs' logs, and what the target printed
     * @param messages what went over the pipe
     */
    private record Load(TestDatabase database, String said, String messages) {
        /** Every row of every table that is the user's. */
        String stored() throws Exception {
            List<String> tables = new ArrayList<>();
            StringBuilder rows = new StringBuilder();
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                try (ResultSet names =
                        statement.executeQuery("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                                + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")) {
                    while (names.next()) {
                        tables.add(names.getString(1));
                    }
                }
                for (String table : tables) {
                    try (ResultSet all = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
                        while (all.next()) {
                            rows.append(all.getString(1)).append('\n');
                        }
                    }
                }
            }
            return rows.toString();
        }

        /** The first row, as a list's text. */
        String row(String sql) throws Exception {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                assertThat(result.next()).as(sql).isTrue();
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                return row.toString();
            }
        }
    }
}
