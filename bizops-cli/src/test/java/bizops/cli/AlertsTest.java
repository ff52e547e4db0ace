package bizops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code bizops run} tells after a run, and to whom. */
final class AlertsTest extends PipelineTest {
    private static final String PROJECT = """
            taps:
              a: {command: ./tap.py, settings: {name: a, until: 5, password: '${A_PASSWORD}', do: '%s'}}
            @TARGET
            transform: {}
            pipelines: {all: {taps: [a], target: file, transform: %s, retries: 0}}
            environments: {prod: {schema_prefix: dev}, quiet: {alerts: false}}
            default_environment: prod
            alerts: {%s}
            """;
    private static final String POST = "url: '${HOOK}'";
    private static final String FAIL = "echo CRITICAL bad password $A_PASSWORD >&2; exit 1";

    private final AlertReceiver receiver = new AlertReceiver();

    AlertsTest() throws IOException {}

    @BeforeEach
    void listen() throws Exception {
        folder.script("bizops-transform", "#!/bin/sh\nexit 0\n");
        cli.with("A_PASSWORD", "secret-of-a")
                .with("HOOK", receiver.url())
                .with("PATH", folder.path("") + ":" + System.getenv("PATH"));
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void aFailureIsToldOnceUntilItWasGone() throws Exception {
        project(FAIL, POST);
        assertThat(run().code()).isEqualTo(ExitCode.FAILURE);
        List<JsonNode> first = receiver.news();
        run();
        List<JsonNode> again = receiver.news();
        project("true", POST);
        assertThat(run().code()).isEqualTo(ExitCode.OK);
        List<JsonNode> well = receiver.news();
        project(FAIL, POST);
        run();

        assertThat(first).hasSize(1);
        JsonNode message = first.get(0);
        assertThat(message.path("text").asText())
                .startsWith("bizops all (prod): FAILED tap a (1): tap.py ended with 1: bad password ***; bizops logs ");
        assertThat(message.path("key").asText()).isEqualTo("failed/a/1");
        assertThat(message.path("level").asText() + " " + message.path("status").asText())
                .isEqualTo("error failed");
        assertThat(message.path("run_id").asText()).contains("-all-");
        assertThat(message.path("duration_s").isNumber()).isTrue();
        assertThat(again).isEmpty();
        assertThat(well).isEmpty();
        assertThat(receiver.keys()).containsExactly("failed/a/1");
    }

    @Test
    void aCommandGetsTheMessageOnItsInputAndNoSecret() throws Exception {
        folder.script("tell", "#!/bin/sh\necho \"$#\" >tell.calls\ncat >tell.json\necho told\n");
        project(FAIL, "command: ./tell");

        Cli.Outcome outcome = run();

        JsonNode message = new ObjectMapper().readTree(folder.text("tell.json"));
        assertThat(message.path("key").asText()).isEqualTo("failed/a/1");
        assertThat(folder.text("tell.json")).doesNotContain("secret-of-a");
        assertThat(folder.text("tell.calls")).isEqualTo("0\n");
        assertThat(outcome.errors()).contains("alerts.command | told").doesNotContain("secret-of-a");
    }

    @Test
    void aHookThatFailsIsAWarningAndTheNextRunTellsIt() throws Exception {
        project("true", POST);
        run();
        execute("CREATE SCHEMA raw_a; CREATE TABLE raw_a._sdc_rejected AS SELECT 'numbers' AS stream,"
                + " now() + interval '1 hour' AS rejected_at");
        receiver.answer(403);

        Cli.Outcome refused = run();

        assertThat(refused.code()).isEqualTo(ExitCode.OK);
        assertThat(refused.errors())
                .contains("WARNING bizops: alerts: what was found is not told: ")
                .doesNotContain("hook-of-secret");
        assertThat(folder.value("SELECT concat_ws(' ', key, kind, sent_at IS NULL) FROM bizops.alert"))
                .isEqualTo("rejected/raw_a/numbers rejected t");
        receiver.answer(204);
        run();
        assertThat(receiver.keys()).containsExactly("rejected/raw_a/numbers");
        project("true", "command: [sh, -c, 'exit 3']");
        execute("INSERT INTO raw_a._sdc_rejected SELECT 'letters', now() + interval '1 hour'");
        Cli.Outcome broken = run();
        assertThat(broken.code()).isEqualTo(ExitCode.OK);
        assertThat(broken.errors()).contains("not told: sh ended with 3");
    }

    @Test
    void aColumnThatChangesIsToldOnce() throws Exception {
        execute("CREATE SCHEMA raw_a; CREATE TABLE raw_a.numbers (n bigint, gone text, _sdc_sequence bigint)");
        project("true", POST);
        run();
        assertThat(receiver.keys()).isEmpty();
        execute(
                "ALTER TABLE raw_a.numbers DROP COLUMN gone; ALTER TABLE raw_a.numbers ALTER n TYPE numeric;"
                        + " ALTER TABLE raw_a.numbers ADD \"New\" text, ADD _sdc_deleted_at text; CREATE TABLE raw_a.more (m text)");
        receiver.answer(403);
        run();
        receiver.answer(204);
        run();

        List<JsonNode> drift = receiver.news();

        assertThat(drift).hasSize(1);
        assertThat(drift.get(0).path("line").asText())
                .startsWith("DRIFT of raw_a.numbers: New is new (text), gone is gone, n is numeric, was bigint; bizops"
                        + " discover");
        run();
        assertThat(receiver.keys()).isEmpty();
        assertThat(folder.value("SELECT count(*) FROM bizops.alert")).isEqualTo("0");
    }

    @Test
    void streamsThatBringFarLessThanUsualOrNothingForLongAreTold() throws Exception {
        project("true", POST);
        run();
        assertThat(receiver.keys()).isEmpty();
        execute("UPDATE bizops.run SET ended_at = ended_at - interval '49 hours'");
        for (int i = 0; i < 5; i++) {
            execute("INSERT INTO bizops.run (run_id, state_id, tap, target, exit_code, ended_at) VALUES ('r" + i
                    + "', 'a', 't', 't', 0, now() - interval '50 hours'); INSERT INTO bizops.run_stream (run_id, stream,"
                    + " rows_sent) VALUES ('r" + i + "', 'numbers', 1000), ('r" + i + "', 'few', 99)");
        }

        run();

        List<JsonNode> found = receiver.news();
        assertThat(found)
                .extracting(message -> message.path("line").asText())
                .satisfiesExactly(
                        volume -> assertThat(volume)
                                .startsWith("VOLUME of numbers of tap a: 0 rows, usually 1000; look in the source"),
                        few -> assertThat(few).startsWith("STALE stream few of tap a: no row for 50 h; "),
                        numbers -> assertThat(numbers).startsWith("STALE stream numbers of tap a: no row for 49 h; "));
        execute("DELETE FROM bizops.alert");
        project("true", POST + ", stale_hours: 50, volume_min_rows: 1001, ignore: ['stale/a/few']");
        run();
        assertThat(receiver.keys()).isEmpty();
    }

    @Test
    void testsThatFailAndValuesThatCannotBeReadAreToldAndStayKnownWhenNothingIsBuilt() throws Exception {
        execute("CREATE SCHEMA dev_bizops; CREATE TABLE dev_bizops.build AS SELECT 7::bigint AS build_id,"
                + " now() + interval '1 hour' AS started_at; CREATE TABLE dev_bizops.build_test AS SELECT 7::bigint AS"
                + " build_id, 'unique' AS test, 'core.lead' AS model, 'error' AS severity, 3::bigint AS failing,"
                + " 'ann@x.example' AS samples UNION ALL SELECT 7, 'not_null', 'core.lead', 'warn', 0, '';"
                + " CREATE TABLE dev_bizops.audit_reject AS SELECT 7::bigint AS build_id, 'raw_a.lead' AS table_name,"
                + " 'amount' AS column_name FROM generate_series(1, 4)");
        project("true", "true", POST);

        run();

        List<JsonNode> found = receiver.news();
        assertThat(found)
                .extracting(message -> message.path("line").asText())
                .containsExactly(
                        "TEST unique of core.lead fails, rows: 3; see query and samples in dev_bizops.build_test, build 7",
                        "REJECTED values of raw_a.lead.amount that cannot be read: 4; see dev_bizops.audit_reject, build 7");
        assertThat(found).extracting(message -> message.path("level").asText()).containsExactly("error", "warning");
        project(FAIL, "true", POST);
        run();
        assertThat(receiver.keys()).containsExactly("failed/a/1");
        project("true", "true", POST);
        run();
        assertThat(receiver.keys()).isEmpty();
        execute("UPDATE dev_bizops.build_test SET failing = 0");
        run();
        assertThat(folder.value("SELECT string_agg(key, ' ') FROM bizops.alert"))
                .isEqualTo("rejected/build/raw_a.lead.amount");
    }

    @Test
    void prometheusFindsOneWholeFileAPipeline() throws Exception {
        Path metrics = Files.createDirectory(folder.path("metrics"));
        project(FAIL, "prometheus_folder: metrics");
        run();
        assertThat(folder.text("metrics/bizops_prod_all.prom"))
                .contains("bizops_run_exit_code{environment=\"prod\",pipeline=\"all\"} 1\n")
                .contains("bizops_findings{environment=\"prod\",pipeline=\"all\",kind=\"failed\"} 1\n")
                .doesNotContain("last_success");
        project("true", "prometheus_folder: metrics");

        Cli.Outcome outcome = run();

        assertThat(outcome.errors()).doesNotContain("alerts:");
        assertThat(folder.text("metrics/bizops_prod_all.prom"))
                .matches("(?s)(# (HELP|TYPE) [a-z_]+ [^\n]+\n|[a-z_]+\\{[^\n]+\\} [0-9.]+\n)+")
                .contains("bizops_step_exit_code{environment=\"prod\",pipeline=\"all\",step=\"a\"} 0\n")
                .contains("bizops_stream_rows{environment=\"prod\",pipeline=\"all\",tap=\"a\",stream=\"numbers\"} 5\n")
                .contains("bizops_stream_last_row_timestamp_seconds{")
                .contains("bizops_run_last_success_timestamp_seconds{")
                .contains("bizops_findings{environment=\"prod\",pipeline=\"all\",kind=\"failed\"} 0\n");
        assertThat(metrics.toFile().list()).containsExactly("bizops_prod_all.prom");
        project("true", "prometheus_folder: none");
        Cli.Outcome missing = run();
        assertThat(missing.code()).isEqualTo(ExitCode.OK);
        assertThat(missing.errors()).contains("there is no folder " + folder.path("none") + "; make it, or correct");
    }

    @Test
    void aDatabaseThatIsOutOfReachIsToldToo() throws Exception {
        project("true", POST);

        Cli.Outcome outcome = cli.with("PG_PORT", "1").call(arguments("prod"));

        assertThat(outcome.code()).isNotEqualTo(ExitCode.OK);
        List<JsonNode> found = receiver.news();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("line").asText())
                .startsWith("FAILED run (")
                .contains(":1");
    }

    @Test
    void anEnvironmentMayBeQuiet() throws Exception {
        project(FAIL, POST);

        Cli.Outcome outcome = cli.call(arguments("quiet"));

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(receiver.news()).isEmpty();
    }

    private void project(String before, String alerts) throws IOException {
        project(before, "false", alerts);
    }

    private void project(String before, String transform, String alerts) throws IOException {
        folder.project(PROJECT.formatted(before, transform, alerts));
    }

    private Cli.Outcome run() {
        return cli.call(arguments("prod"));
    }

    private String[] arguments(String environment) {
        return new String[] {
            "run",
            "all",
            "--environment",
            environment,
            "--file",
            folder.path("bizops.yml").toString()
        };
    }

    private void execute(String sql) throws SQLException {
        try (Connection open = database.connect();
                Statement statement = open.createStatement()) {
            statement.execute(sql);
        }
    }
}
