package bizops.singer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.cli.Launcher;
import bizops.singer.cli.Terminal;
import bizops.singer.error.ExitCode;
import bizops.singer.testkit.tap.TapCheck;
import bizops.singer.testkit.target.TargetCheck;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code singer-check} prints, and its exit codes. */
final class CommandsTest {
    @TempDir
    private Path folder = Path.of("");

    private String config = "";

    @BeforeEach
    void configure() throws Exception {
        config = Files.writeString(folder.resolve("config.json"), "{\"api_token\": \"correct-horse\"}\n")
                .toString();
    }

    @Test
    void endsWithZeroAfterALineARuleAndASummary() {
        Said said = check(python("good_tap.py"), "tap", "--config", config, "--patience=4");

        assertThat(said.code()).as(said.stderr()).isEqualTo(ExitCode.OK);
        assertThat(said.stdout().lines()).hasSize(TapCheck.rules().size() + 1).contains("pass record-valid");
        assertThat(said.stdout()).endsWith("rules: 45 passed, 0 failed, 0 warned, 0 skipped\n");
    }

    @Test
    void endsWithOneAndShowsTheLineThatBreaksARule() {
        Said said = check(python("record-valid.py"), "tap", "--config", config, "--patience", "4");

        assertThat(said.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(said.stderr()).isEqualTo("CRITICAL singer-check: 1 rule is broken\n");
        assertThat(said.stdout().lines().filter(line -> line.startsWith("FAIL")))
                .singleElement()
                .asString()
                .startsWith(
                        "FAIL record-valid: the record does not fit its SCHEMA: #/score: expected type: Number, found:"
                                + " String [sync line 10: {\"type\": \"RECORD\"")
                .hasSizeLessThan(320);
    }

    @Test
    void aSecretThatIsFoundIsNotShownAgain() {
        Said said = check(python("no-secrets.py"), "tap", "--config", config, "--patience", "4");

        assertThat(said.stdout())
                .contains("FAIL no-secrets: the value of 'api_token' is printed [sync: INFO settings:");
        assertThat(said.stdout() + said.stderr()).doesNotContain("correct-horse");
    }

    @Test
    void noOtherVerdictShowsASecretEither() {
        Said said = check(List.of("sh", "-c", "echo the token is correct-horse"), "tap", "--config", config);

        assertThat(said.stdout())
                .contains("FAIL discover-document: ", "[the token is ***]")
                .doesNotContain("correct-horse");
    }

    @Test
    void printsAnObjectARuleAsJson() throws Exception {
        Said said = check(python("record-valid.py"), "tap", "--config", config, "--patience=4", "--format", "json");

        for (String line : said.stdout().lines().toList()) {
            JsonNode verdict = new ObjectMapper().readTree(line);
            assertThat(verdict.path("verdict").asText())
                    .as(line)
                    .isEqualTo(verdict.path("rule").asText().equals("record-valid") ? "fail" : "pass");
        }
    }

    @Test
    void looksIntoTheDestinationThroughAnyCommand() throws Exception {
        Path tables = Files.createDirectory(folder.resolve("tables of mine"));
        Path target = Files.writeString(folder.resolve("target.json"), "{\"folder\": \"" + tables + "\"}");
        String dump = "cat '" + tables + "'/\"$1\"";

        Said right = check(python("../target/good_target.py"), "target", "-c", target.toString(), "--dump", dump);
        Said wrong = check(python("../target/good_target.py"), "target", "-c", target.toString(), "--dump", "exit 7");

        assertThat(right.code()).as(right.stdout()).isEqualTo(ExitCode.OK);
        assertThat(right.stdout()).contains("pass accepts-types\n", "pass state-after-commit\n");
        assertThat(wrong.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(wrong.stderr()).contains("--dump", "ended with 7");
    }

    @Test
    void listsItsRulesWithReasonAndSource() {
        for (String kind : List.of("tap", "target")) {
            Said said = check(List.of(), kind, "--rules");
            int rules = kind.equals("tap")
                    ? TapCheck.rules().size()
                    : TargetCheck.rules().size();

            assertThat(said.code()).isEqualTo(ExitCode.OK);
            assertThat(said.stdout().lines()).hasSize(4 * rules);
            assertThat(said.stdout()).contains("\n    wants   ", "\n    or else ", "\n    source  ");
        }
    }

    @Test
    void endsWithTwoForAWrongCommandLine() {
        assertThat(check(List.of(), "tap", "--config", config).code()).isEqualTo(ExitCode.USAGE);
        assertThat(check(python("good_tap.py"), "tap", "--config", "missing.json")
                        .code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(check(python("good_tap.py"), "tap", "--format", "xml").code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(check(python("good_tap.py"), "pump").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void endsWithOneWhereTheProgramCannotBeStarted() {
        Said said = check(List.of(folder.resolve("no-such-tap").toString()), "tap", "--config", config);

        assertThat(said.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(said.stderr())
                .startsWith("CRITICAL singer-check: cannot start ")
                .contains("no-such-tap");
    }

    private record Said(ExitCode code, String stdout, String stderr) {}

    private static List<String> python(String script) {
        return List.of(
                "python3",
                "-S",
                "-B",
                Path.of("src", "test", "resources", "tap", script).toString());
    }

    private static Said check(List<String> judged, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(), out, new PrintStream(err, true, StandardCharsets.UTF_8), Map.of());
        ExitCode code = Launcher.run(Main.program(judged), terminal, List.of(arguments));
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
