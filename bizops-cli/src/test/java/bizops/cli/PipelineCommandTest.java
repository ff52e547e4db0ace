package bizops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.singer.warehouse.StateLock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code bizops run PIPELINE} with a tap and a target in Python. */
final class PipelineCommandTest extends PipelineTest {
    private static final String TWO = """
            taps:
              a: {command: ./tap.py, settings: {name: a, do: '%s'}}
              b: {command: [python3, tap.py], settings: {name: b, until: 5, password: '${B_PASSWORD}'}}
            @TARGET
            transform: {command: [sh, -c, 'echo built >>built']}
            pipelines: {all: {taps: [a, b], target: file, retry_delay_seconds: 0, %s}}
            """;

    @BeforeEach
    void setPassword() {
        cli.with("B_PASSWORD", "secret-of-b");
    }

    @Test
    void everyTapIsLoadedThenBuiltAndTheNextRunGoesOn() throws Exception {
        folder.project(TWO.formatted("true", "on_lock: refuse"));

        Cli.Outcome first = run();
        Cli.Outcome second = run();

        assertThat(first.code()).as(first.errors()).isEqualTo(ExitCode.OK);
        assertThat(first.output())
                .contains("a                done in ")
                .contains(", 5 rows\n")
                .endsWith("\ndone\n");
        assertThat(second.code()).as(second.errors()).isEqualTo(ExitCode.OK);
        assertThat(folder.text("out").lines().sorted()).containsExactly("1", "1", "2", "2", "3", "3", "4", "5");
        assertThat(folder.text("built")).isEqualTo("built\nbuilt\n");
        assertThat(folder.value("SELECT string_agg(state_id, ' ' ORDER BY state_id) FROM bizops.state"))
                .isEqualTo("a b");
        assertThat(folder.value("SELECT string_agg(concat_ws(' ', pipeline, environment, exit_code, error IS NULL,"
                        + " seconds >= 0), ', ') FROM bizops.pipeline_run"))
                .isEqualTo("all default 0 t t, all default 0 t t");
        assertThat(
                        folder.value(
                                "SELECT string_agg(concat_ws(' ', step, attempt, exit_code, rows_sent), ', ' ORDER BY"
                                        + " p.ended_at) FROM bizops.pipeline_step AS p LEFT JOIN bizops.run_stream USING (run_id)"
                                        + " WHERE pipeline_run_id = (SELECT pipeline_run_id FROM bizops.pipeline_run ORDER BY started_at LIMIT 1)"))
                .isEqualTo("a 1 0 3, b 1 0 5, transform 1 0");
    }

    @Test
    void noSecretIsOnACommandLineOrInALogAndNoFileOfItStays() throws Exception {
        folder.project(TWO.formatted("true", "on_lock: refuse"));

        Cli.Outcome outcome = run();

        assertThat(outcome.errors()).contains("password is ***").doesNotContain("secret-of-b");
        assertThat(folder.text("b.calls")).contains("--config").doesNotContain("secret-of-b");
        List<Path> logs = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder.path(".bizops/logs"))) {
            all.filter(Files::isRegularFile).forEach(logs::add);
        }
        assertThat(logs.stream().map(log -> String.valueOf(log.getFileName())))
                .containsExactlyInAnyOrder("run.log", "a.log", "b.log");
        for (Path log : logs) {
            assertThat(log).content().doesNotContain("secret-of-b").matches("(?s)(20\\d\\d-\\S+Z .*\n)+");
        }
        String settings = folder.text("b.calls").strip().replace("--config ", "");
        assertThat(Path.of(settings)).isAbsolute();
        assertThat(Path.of(settings).getParent()).doesNotExist();
    }

    @Test
    void aTapThatFailsStopsNoOtherAndTheRunIsPartlyDone() throws Exception {
        folder.project(TWO.formatted("echo CRITICAL no such table >&2; exit 1", "on_lock: refuse"));

        Cli.Outcome outcome = run();

        assertThat(outcome.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(outcome.errors())
                .contains("FAILED tap a (1): tap.py ended with 1: no such table; bizops logs ")
                .contains("CRITICAL bizops: pipeline all: 1 of 3 steps failed: a; the others are done; bizops logs ");
        assertThat(folder.text("built")).isEqualTo("built\n");
        assertThat(folder.text("a.calls").lines()).hasSize(1);
        assertThat(folder.value("SELECT exit_code FROM bizops.pipeline_run")).isEqualTo("77");
    }

    @Test
    void nothingIsBuiltAfterAFailureWhereTheFileSaysSo() throws Exception {
        folder.project(TWO.formatted("exit 1", "on_tap_error: stop"));

        Cli.Outcome outcome = run();

        assertThat(outcome.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(outcome.errors()).contains("transform and report are left out: a tap failed");
        assertThat(folder.path("built")).doesNotExist();
        assertThat(folder.value("SELECT count(*) FROM bizops.state")).isEqualTo("1");
    }

    @Test
    void whatMayGoWellSoonIsTriedAgain() throws Exception {
        folder.project(TWO.formatted("test $(wc -l <$CALLS) -gt 1 || exit 75", "parallel: 2"));

        Cli.Outcome outcome = run();

        assertThat(outcome.code()).as(outcome.errors()).isEqualTo(ExitCode.OK);
        assertThat(outcome.output()).contains("a                started again, attempt 2\n");
        assertThat(folder.value("SELECT string_agg(attempt || ' ' || exit_code, ', ' ORDER BY attempt)"
                        + " FROM bizops.pipeline_step WHERE step = 'a'"))
                .isEqualTo("1 75, 2 0");
    }

    @Test
    void theAttemptsAreCounted() throws Exception {
        folder.project(TWO.formatted("exit 75", "retries: 1"));

        Cli.Outcome outcome = run();

        assertThat(outcome.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(outcome.errors()).contains("FAILED tap a (75): tap.py ended with 75; the next run goes on where");
        assertThat(folder.text("a.calls").lines()).hasSize(2);
    }

    @Test
    void tapsRunSideBySideWhenTheFileSaysSo() throws Exception {
        String each = "touch %s; while [ ! -e %s ]; do sleep 0.05; done";
        folder.project("""
                taps:
                  a: {command: ./tap.py, settings: {name: a, do: '%s'}}
                  b: {command: ./tap.py, settings: {name: b, do: '%s'}}
                @TARGET
                pipelines: {all: {taps: [a, b], target: file, parallel: 2}}
                """.formatted(each.formatted("met_a", "met_b"), each.formatted("met_b", "met_a")));

        assertThat(run().code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aSecondRunIsRefusedOrWaits() throws Exception {
        folder.project(TWO.formatted("true", "on_lock: refuse"));
        assertThat(run().code()).isEqualTo(ExitCode.OK);
        CompletableFuture<Cli.Outcome> waiting;
        try (Connection other = database.connect()) {
            assertThat(StateLock.PIPELINE.take(other, "default/all")).isTrue();

            Cli.Outcome refused = run();

            assertThat(refused.code()).isEqualTo(ExitCode.TRY_LATER);
            assertThat(refused.errors()).contains("another run holds the lock of pipeline \"default/all\"");
            folder.project(TWO.formatted("true", "on_lock: wait, lock_wait_seconds: 600"));
            waiting = CompletableFuture.supplyAsync(this::run);
            while (!"t"
                    .equals(folder.value("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE application_name ="
                            + " 'bizops run all' AND query LIKE '%pg_try_advisory_lock%')"))) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertThat(waiting).isNotDone();
        }
        Cli.Outcome waited = waiting.get(60, TimeUnit.SECONDS);
        assertThat(waited.code()).as(waited.errors()).isEqualTo(ExitCode.OK);
        assertThat(waited.output()).contains("waits for process ");
    }

    @Test
    void aCallMayNameTheStepsThatRun() throws Exception {
        folder.project(TWO.formatted("true", "on_lock: refuse"));

        Cli.Outcome tap = run("--only", "b");
        Cli.Outcome build = run("--only", "transform");
        Cli.Outcome unknown = run("--only", "transfrom");

        assertThat(tap.code()).as(tap.errors()).isEqualTo(ExitCode.OK);
        assertThat(build.code()).as(build.errors()).isEqualTo(ExitCode.OK);
        assertThat(folder.path("a.calls")).doesNotExist();
        assertThat(folder.text("b.calls").lines()).hasSize(1);
        assertThat(folder.text("built")).isEqualTo("built\n");
        assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.errors())
                .contains("pipeline all runs no step 'transfrom' in environment default (a, b, transform);"
                        + " did you mean transform?");
    }

    @Test
    void tapsAloneRunBesideEachOtherAndNeverBesideAWholeRun() throws Exception {
        folder.project(TWO.formatted("true", "on_lock: refuse"));
        assertThat(run().code()).isEqualTo(ExitCode.OK);
        try (Connection other = database.connect()) {
            assertThat(StateLock.PIPELINE.share(other, "default/all")).isTrue();

            folder.value(
                    "INSERT INTO bizops.pipeline_run (pipeline_run_id, pipeline, environment) VALUES ('of b', 'all',"
                            + " 'default') RETURNING 1");
            assertThat(run("--only", "a").code()).isEqualTo(ExitCode.OK);
            assertThat(folder.value("SELECT ended_at FROM bizops.pipeline_run WHERE pipeline_run_id = 'of b'"))
                    .isNull();
            assertThat(run("--only", "transform").code()).isEqualTo(ExitCode.TRY_LATER);
            assertThat(run().code()).isEqualTo(ExitCode.TRY_LATER);

            // Not by a second session: one that is closed holds its locks until the server has noticed.
            try (Statement unlock = other.createStatement()) {
                unlock.execute("SELECT pg_advisory_unlock_all()");
            }
            assertThat(StateLock.PIPELINE.take(other, "default/all")).isTrue();

            assertThat(run("--only", "a").code()).isEqualTo(ExitCode.TRY_LATER);
        }
    }

    @Test
    void theResultsOfARunAreWrittenForAJobToShow() throws Exception {
        folder.project(TWO.formatted("exit 1", "on_lock: refuse"));

        run("--results", folder.path("results").toString());

        JsonNode summary = new ObjectMapper().readTree(folder.text("results/run.json"));
        assertThat(summary.path("status").asText()).isEqualTo("partial");
        assertThat(summary.path("steps").findValuesAsText("name")).containsExactly("a", "b", "transform");
        assertThat(summary.path("steps").findValuesAsText("exit_code")).containsExactly("1", "0", "0");
        assertThat(folder.text("results/run.env"))
                .isEqualTo("BIZOPS_PIPELINE_RUN=" + summary.path("run_id").asText() + "\nBIZOPS_EXIT_CODE=77\n");
    }

    @Test
    void ofTwoRunsAtOnceTheSecondBeginsWhereTheFirstEnded() throws Exception {
        folder.project(
                TWO.formatted("while [ ! -e gate ]; do sleep 0.05; done", "on_lock: wait, lock_wait_seconds: 600"));
        CompletableFuture<Cli.Outcome> first = CompletableFuture.supplyAsync(this::run);
        while (!Files.exists(folder.path("a.calls"))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        CompletableFuture<Cli.Outcome> second = CompletableFuture.supplyAsync(this::run);
        while (!"t"
                .equals(folder.value("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE application_name ="
                        + " 'bizops run all' AND query LIKE '%pg_try_advisory_lock%')"))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(second).isNotDone();
        Files.createFile(folder.path("gate"));

        assertThat(first.get(120, TimeUnit.SECONDS).code()).isEqualTo(ExitCode.OK);
        assertThat(second.get(120, TimeUnit.SECONDS).code()).isEqualTo(ExitCode.OK);
        assertThat(folder.text("out").lines().sorted()).containsExactly("1", "1", "2", "2", "3", "3", "4", "5");
        assertThat(folder.value("SELECT max(started_at) >= min(ended_at) FROM bizops.pipeline_run"))
                .isEqualTo("t");
        assertThat(folder.value("SELECT count(*) FROM bizops.pipeline_run WHERE exit_code = 0"))
                .isEqualTo("2");
    }

    @Test
    void aDryRunShowsEverythingButValuesAndTouchesNothing() throws Exception {
        folder.project(TWO.formatted("true", "on_lock: refuse"));

        Cli.Outcome outcome =
                cli.call("run", "--file", folder.path("bizops.yml").toString(), "--dry-run");

        assertThat(outcome.code()).as(outcome.errors()).isEqualTo(ExitCode.OK);
        assertThat(outcome.output())
                .contains("a: " + folder.path("tap.py") + " {name, do} | " + folder.path("target.py") + " {out}")
                .contains("[state b, schema raw_b, no catalog kept]")
                .doesNotContain("secret-of-b");
        assertThat(folder.path("b.calls")).doesNotExist();
        assertThat(folder.value("SELECT to_regclass('bizops.run')")).isNull();
    }

    @Test
    void aFullRefreshForgetsOneStreamAlone() throws Exception {
        folder.project(TWO.formatted("true", "on_lock: refuse"));
        run();

        Cli.Outcome unknown = run("--full-refresh", "number");
        Cli.Outcome several = run("--full-refresh", "numbers");
        Cli.Outcome outcome = run("--full-refresh", "b:numbers");

        assertThat(unknown.errors()).contains("has a bookmark of 'number'; did you mean numbers?");
        assertThat(several.errors()).contains("write a:numbers or b:numbers");
        assertThat(outcome.code()).as(outcome.errors()).isEqualTo(ExitCode.OK);
        assertThat(folder.text("out").lines().filter("5"::equals)).hasSize(2);
        assertThat(folder.text("out").lines().filter("3"::equals)).hasSize(3);
    }

    @Test
    void aFullRefreshThatWasCutOffMayBeAskedForAgain() throws Exception {
        folder.project(TWO.formatted("true", "on_lock: refuse"));
        run();
        assertThat(cli.call("discover", "b", "--file", folder.path("bizops.yml").toString())
                        .code())
                .isEqualTo(ExitCode.OK);
        folder.value("UPDATE bizops.state SET value = '{\"bookmarks\":{}}' WHERE state_id = 'b' RETURNING 1");

        Cli.Outcome outcome = run("--full-refresh", "b:numbers");

        assertThat(outcome.code()).as(outcome.errors()).isEqualTo(ExitCode.OK);
        assertThat(folder.text("out").lines().filter("5"::equals)).hasSize(2);
    }

    @Test
    void aBackfillSetsOneStreamBackAndRunsItsTapAlone() throws Exception {
        folder.project(TWO.formatted("true", "on_lock: refuse"));
        run();
        String file = folder.path("bizops.yml").toString();

        Cli.Outcome later = cli.call("backfill", "b:numbers", "--since", "7", "--file", file);
        Cli.Outcome outcome = cli.call("backfill", "b:numbers", "--since", "4", "--file", file);

        assertThat(later.errors()).contains("--since 7 is later than the bookmark of numbers, 5");
        assertThat(outcome.code()).as(outcome.errors()).isEqualTo(ExitCode.OK);
        assertThat(folder.text("out").lines().sorted()).containsExactly("1", "1", "2", "2", "3", "3", "4", "5", "5");
        assertThat(folder.text("a.calls").lines()).hasSize(1);
        assertThat(folder.text("built").lines()).hasSize(2);
    }

    @Test
    void patternsChooseStreamsAndFields() throws Exception {
        String text = """
                taps:
                  a: {command: ./tap.py, settings: {name: a}, select: [%s]}
                @TARGET
                pipelines: {all: {taps: [a], target: file}}
                """;
        folder.project(text.formatted("'num*.*', '!*.secret'"));

        Cli.Outcome outcome = run();

        assertThat(outcome.code()).as(outcome.errors()).isEqualTo(ExitCode.OK);
        JsonNode streams = new ObjectMapper().readTree(folder.text("a.catalog")).path("streams");
        assertThat(streams.get(0).path("metadata").toString())
                .isEqualTo("[{\"breadcrumb\":[\"properties\",\"n\"],\"metadata\":{\"selected\":true}},"
                        + "{\"breadcrumb\":[\"properties\",\"secret\"],\"metadata\":{\"selected\":false}},"
                        + "{\"breadcrumb\":[],\"metadata\":{\"selected\":true}}]");
        assertThat(streams.get(1).path("metadata").toString()).doesNotContain("true");
        folder.project(text.formatted("'numbrs.*'"));
        Cli.Outcome wrong = run();
        assertThat(wrong.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(wrong.errors()).contains("'numbrs.*' fits no stream and no field; did you mean numbers?");
    }

    private Cli.Outcome run(String... more) {
        List<String> words = new ArrayList<>(List.of("run", "all"));
        words.addAll(List.of(more));
        return call(words.toArray(String[]::new));
    }
}
