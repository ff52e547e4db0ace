package bizops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.cli.pair.ConfigHash;
import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.singer.error.ExitCode;
import bizops.singer.warehouse.StateLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tap and a target that nobody here wrote, joined by {@code bizops run}. */
final class RunCommandTest {
    private static final String METRIC =
            "echo 'INFO METRIC: {\"type\":\"counter\",\"metric\":\"record_count\",\"value\":%d,\"tags\":{\"stream\":\"%s\"}}' >&2";

    @TempDir
    private Path directory = Path.of("");

    private final TestDatabase database = SharedPostgres.freshDatabase();
    private final Cli cli = new Cli(database);
    private @Nullable Scripts scripts;

    @BeforeEach
    void makeScripts() throws Exception {
        scripts = new Scripts(directory);
    }

    @Test
    void theLastStateThatTheTargetPrintsIsStoredAndGoesToTheNextTap() throws Exception {
        String tap = program(
                "tap-a", "while [ $# -gt 0 ]; do [ \"$1\" = --state ] && cat \"$2\" && ls -l \"$2\" >&2; shift; done");
        String target = program(
                "target-b",
                "cat >'" + directory.resolve("got") + "'; echo '{\"at\":1}'; echo not a state; echo '{\"at\": 2}'");

        Cli.Outcome first = cli.call("run", tap, target);
        Cli.Outcome second = cli.call("run", tap, target);

        assertThat(first.code()).as(first.errors()).isEqualTo(ExitCode.OK);
        assertThat(first.output()).isEmpty();
        assertThat(first.errors()).contains("target-b | not a state");
        assertThat(Files.readString(new Scripts(directory).calls("tap-a"))).startsWith("\n--state ");
        assertThat(second.errors()).contains("tap-a | -rw-------");
        assertThat(directory.resolve("got")).hasContent("{\"at\": 2}\n");
        assertThat(value("SELECT string_agg(value, ' ' ORDER BY revision) FROM bizops.state_history"))
                .isEqualTo("{\"at\": 2} {\"at\": 2}");
        assertThat(value("SELECT state_id || ' ' || written_by FROM bizops.state"))
                .isEqualTo("tap-a-to-target-b target-b");
        assertThat(value("SELECT revision FROM bizops.state")).isEqualTo("4");
    }

    @Test
    void theHistorySaysWhatARunMovedAndHowLong() throws Exception {
        String tap = program("tap", METRIC.formatted(3, "lead") + "; " + METRIC.formatted(4, "lead") + "; echo x");
        String target = program(
                "target", "cat >/dev/null; " + METRIC.formatted(7, "lead") + "; " + METRIC.formatted(0, "user"));
        Path config = Files.writeString(directory.resolve("c.json"), "{\"password\":\"p\",\"start\":\"2020\"}");

        Cli.Outcome outcome = cli.call("run", tap, target, "--tap-config", config.toString(), "--state-id", "mine");

        assertThat(outcome.code()).as(outcome.errors()).isEqualTo(ExitCode.OK);
        assertThat(value("SELECT concat_ws(' ', state_id, tap, target, tap_exit_code, target_exit_code, exit_code,"
                        + " error IS NULL, seconds >= 0, host IS NOT NULL, tap_version IS NULL) FROM bizops.run"))
                .isEqualTo("mine tap target 0 0 0 t t t t");
        assertThat(value("SELECT string_agg(concat_ws(' ', stream, rows_sent, rows_read), ', ' ORDER BY stream)"
                        + " FROM bizops.run_stream"))
                .isEqualTo("lead 7 7, user 0");
    }

    @Test
    void theHashOfTheSettingsKnowsNoSecretAndEverythingElse() throws Exception {
        String one = ConfigHash.of(json("{\"password\":\"a\",\"api_token\":\"b\",\"start\":\"2020\"}"));
        String otherSecret = ConfigHash.of(json("{\"start\" : \"2020\", \"password\":\"c\"}"));
        String otherStart = ConfigHash.of(json("{\"password\":\"a\",\"start\":\"2021\"}"));

        assertThat(one).isEqualTo(otherSecret).isNotEqualTo(otherStart).matches("[0-9a-f]{64}");
    }

    @Test
    void aTapThatFailsGivesItsCodeAndItsReason() throws Exception {
        Cli.Outcome outcome = cli.call(
                "run",
                program("tap", "echo 'CRITICAL tap: the quota is spent' >&2; echo bye >&2; exit 75"),
                program("target", "cat >/dev/null; echo '{\"at\":1}'"));

        assertThat(outcome.code()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(outcome.errors()).endsWith("CRITICAL bizops: tap ended with 75: tap: the quota is spent\n");
        assertThat(value("SELECT concat_ws(' ', tap_exit_code, target_exit_code, exit_code, error) FROM bizops.run"))
                .isEqualTo("75 0 75 tap ended with 75: tap: the quota is spent");
        assertThat(value("SELECT value FROM bizops.state")).isEqualTo("{\"at\":1}");
    }

    @Test
    void aTapThatLosesItsReaderIsNotTheCause() throws Exception {
        Cli.Outcome outcome = cli.call(
                "run",
                program("tap", "while echo x; do :; done 2>/dev/null; exit 1"),
                program("target", "echo 'ValueError: no table' >&2; echo 'INFO bye' >&2; exit 4"));

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors()).endsWith("CRITICAL bizops: target ended with 4: ValueError: no table\n");
    }

    @Test
    void aTargetThatGotHalfALineIsNotTheCause() throws Exception {
        Cli.Outcome outcome = cli.call(
                "run",
                program("tap", "printf '{'; kill -9 $$"),
                program("target", "cat >/dev/null; sleep 0.2; exit 1"));

        assertThat(outcome.errors()).endsWith("CRITICAL bizops: tap ended with 137\n");
        assertThat(value("SELECT tap_exit_code || ' ' || target_exit_code FROM bizops.run"))
                .isEqualTo("137 1");
    }

    @Test
    void aTapThatIsSilentDoesNotOutliveItsReader() throws Exception {
        Cli.Outcome outcome = cli.call("run", program("tap", "exec sleep 600"), program("target", "exit 1"));

        assertThat(outcome.errors()).endsWith("CRITICAL bizops: target ended with 1\n");
    }

    @Test
    void aSecondRunIsToldWhoseTurnItIs() throws Exception {
        String tap = program("tap", "echo x");
        String target = program("target", "cat >/dev/null");
        cli.call("run", tap, target);
        execute("INSERT INTO bizops.run (run_id, state_id, tap, target, host) VALUES ('r7', 'tap-to-target', 't', 't',"
                + " 'far-away')");
        try (Connection other = database.connect()) {
            assertThat(StateLock.RUN.take(other, "tap-to-target")).isTrue();

            Cli.Outcome outcome = cli.call("run", tap, target);

            assertThat(outcome.code()).isEqualTo(ExitCode.TRY_LATER);
            assertThat(outcome.errors()).contains("run r7 on far-away since ");
            assertThat(cli.call("run", tap, target, "--state-id", "another").code())
                    .isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void aProgramThatIsNotThereIsNamedBeforeAnythingHappens() throws Exception {
        Cli.Outcome outcome = cli.call("run", "tap-of-nobody", program("target", "cat"));

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors()).contains("there is no program tap-of-nobody");
        assertThat(cli.call("run", "tap-of-nobody", "--catalog", "c").code()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.call("run", "tap-of-nobody", "--file", "none.yml").errors())
                .contains("there is no none.yml; bizops init makes one");
    }

    @Test
    void twoNamesForOnePipelineAreRefused() throws Exception {
        Path store = Files.writeString(
                directory.resolve("store.json"), "{\"state_id\":\"one\",\"database\":\"" + database.name() + "\"}");
        String tap = program("tap", "echo x");
        String target = program("target", "cat >/dev/null");

        Cli.Outcome outcome = cli.call("run", tap, target, "--store-config", store.toString(), "--state-id", "two");

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors()).contains("--state-id is \"two\" and the setting state_id \"one\"");
        assertThat(cli.call("run", tap, target, "--store-config", store.toString())
                        .code())
                .isEqualTo(ExitCode.OK);
        assertThat(value("SELECT state_id FROM bizops.run")).isEqualTo("one");
    }

    @Test
    void aProgramThatCannotBeStartedEndsTheRun() throws Exception {
        String broken = program("tap", "");
        Files.writeString(Path.of(broken), "#!/no/such/interpreter\n");

        Cli.Outcome outcome = cli.call("run", broken, program("target", "cat"));

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(value("SELECT exit_code FROM bizops.run WHERE ended_at IS NOT NULL"))
                .isEqualTo("1");
    }

    private String program(String name, String body) throws Exception {
        return java.util.Objects.requireNonNull(scripts).program(name, body).toString();
    }

    private java.util.List<String> json(String content) throws Exception {
        return java.util.List.of(Files.writeString(Files.createTempFile(directory, "settings", ".json"), content)
                .toString());
    }

    private void execute(String sql) throws SQLException {
        try (Connection open = database.connect();
                Statement statement = open.createStatement()) {
            statement.execute(sql);
        }
    }

    private @Nullable String value(String sql) throws SQLException {
        try (Connection open = database.connect();
                Statement statement = open.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
