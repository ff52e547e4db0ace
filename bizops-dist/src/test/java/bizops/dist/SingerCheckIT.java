package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.singer.testkit.run.Executable;
import bizops.singer.testkit.run.Limits;
import bizops.singer.testkit.target.TargetCheck;
import bizops.singer.testkit.target.TargetOptions;
import bizops.singer.testkit.verdict.Check;
import bizops.singer.testkit.verdict.Judged;
import bizops.singer.testkit.verdict.Outcome;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our programs as anyone's would be judged: as processes, by {@code singer-check}. */
final class SingerCheckIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    private final TestDatabase database = SharedPostgres.freshDatabase();

    @Test
    void tapSalesforceKeepsEveryRule() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.1))) {
            Path config = write(Map.of(
                    "login_url", sandbox.url(),
                    "client_id", sandbox.clientId(),
                    "client_secret", sandbox.clientSecret(),
                    "streams_to_discover", List.of("Account", "Lead", "Opportunity", "User")));

            Run run = Run.of(
                    Tree.program("singer-check"),
                    "tap",
                    "--config",
                    config.toString(),
                    "--",
                    Tree.program("tap-salesforce").toString());

            assertThat(run.exit()).as(run.stdout() + run.stderr()).isZero();
            assertThat(run.stdout().lines().filter(line -> !line.startsWith("pass ")))
                    .containsExactly(
                            "skip version-after-schema: no ACTIVATE_VERSION came",
                            "skip version-rises: no ACTIVATE_VERSION came",
                            "skip version-carried: no ACTIVATE_VERSION came",
                            "45 rules: 42 passed, 0 failed, 0 warned, 3 skipped");
        }
    }

    @Test
    void targetPostgresKeepsEveryRuleWithItsTablesLookedInto() throws Exception {
        Executable target =
                new Executable(List.of(Tree.program("target-postgres").toString()), Map.of(), Limits.defaults());
        TargetOptions options = new TargetOptions(List.of(targetConfig()), Optional.of(this::rows));

        try (Check check = TargetCheck.of(target, options)) {
            List<Judged> verdicts = check.all(each -> {});

            assertThat(verdicts)
                    .hasSize(TargetCheck.rules().size())
                    .allSatisfy(judged -> assertThat(judged.verdict().outcome())
                            .as(judged.toString())
                            .isEqualTo(Outcome.PASS));
        }
    }

    private List<String> rows(String stream) throws IOException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT to_jsonb(t) FROM checked.\"" + stream.toLowerCase(Locale.ROOT) + "\" t")) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }

    private Path targetConfig() throws IOException {
        Map<String, Object> settings = database.settings();
        settings.put("default_target_schema", "checked");
        return write(settings);
    }

    private Path write(Map<String, Object> settings) throws IOException {
        Path file = folder.resolve("config.json");
        JSON.writeValue(file.toFile(), settings);
        return file;
    }
}
