package bizops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code bizops history}, {@code logs} and {@code prune} after runs. */
final class HistoryCommandTest extends PipelineTest {
    @BeforeEach
    void runTwice() throws Exception {
        folder.project("""
                taps: {a: {command: ./tap.py, settings: {name: a, do: 'test -e ok || exit 1'}}}
                @TARGET
                pipelines: {all: {taps: [a], target: file}}
                """);
        assertThat(call("run").code()).isEqualTo(ExitCode.FAILURE);
        Files.createFile(folder.path("ok"));
        assertThat(call("run").code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void theNewestRunComesFirstWithItsRowsAndItsError() throws Exception {
        List<JsonNode> runs = new ArrayList<>();
        for (String line : call("history", "--json").output().lines().toList()) {
            runs.add(new ObjectMapper().readTree(line));
        }

        assertThat(runs).hasSize(2);
        assertThat(runs.get(0).path("rows").asInt()).isEqualTo(3);
        assertThat(runs.get(0).path("exit_code").asInt()).isZero();
        assertThat(runs.get(0).path("error").isNull()).isTrue();
        assertThat(runs.get(1).path("error").asText()).startsWith("1 of 1 steps failed: a; bizops logs ");
        assertThat(call("history", "--failed").output().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(runs.get(1).path("run").asText());
        assertThat(call("history", runs.get(0).path("run").asText()).output())
                .matches("a +attempt 1 +[0-9.]+ s  exit 0  numbers +3 sent\n");
        assertThat(call("history", "none").errors()).contains("no steps of a run none");
    }

    @Test
    void aRunOfOneTapStandsThereToo() throws Exception {
        Path tap = Files.writeString(folder.path("tap.json"), "{\"name\": \"a\"}");
        Path target = Files.writeString(folder.path("target.json"), "{\"out\": \"" + folder.path("out2") + "\"}");

        Cli.Outcome outcome = cli.call(
                "run",
                folder.path("tap.py").toString(),
                folder.path("target.py").toString(),
                "--state-id",
                "alone",
                "--tap-config",
                tap.toString(),
                "--target-config",
                target.toString());

        assertThat(outcome.code()).as(outcome.errors()).isEqualTo(ExitCode.OK);
        assertThat(call("history").output().lines())
                .hasSize(4)
                .element(1)
                .asString()
                .contains("  alone  ");
    }

    @Test
    void theLogOfARunIsToldInTheOrderOfTime() {
        List<String> runs = call("logs").output().lines().toList();

        List<String> latest = call("logs", "latest").output().lines().toList();

        assertThat(runs).hasSize(2);
        assertThat(latest)
                .extracting(line -> line.substring(line.indexOf(' ') + 1))
                .startsWith("run: run " + runs.get(0) + ": pipeline all, environment default")
                .contains("a: tap.py | INFO password is None")
                .endsWith("run: done");
        assertThat(latest)
                .isSortedAccordingTo((one, other) -> one.substring(0, 20).compareTo(other.substring(0, 20)));
        assertThat(call("logs", runs.get(1), "run").output()).contains("FAILED tap a (1): tap.py ended with 1");
        assertThat(call("logs", "latest", "b").errors()).contains("has no log of 'b'; there are: a, run");
        assertThat(call("logs", "../..").errors()).contains("no log of a run '../..'");
        assertThat(call("logs", "20").errors()).contains("several logs of runs begin with '20'");
    }

    @Test
    void whatIsOldIsForgottenAndStatesStay() throws Exception {
        String old = call("logs").output().lines().toList().get(1);
        Files.setLastModifiedTime(
                folder.path(".bizops/logs").resolve(old),
                FileTime.from(Instant.now().minus(Duration.ofDays(9))));
        folder.value("WITH p AS (UPDATE bizops.pipeline_run SET started_at = started_at - interval '9 days' WHERE"
                + " exit_code = 1), r AS (UPDATE bizops.run SET started_at = started_at - interval '9 days' WHERE"
                + " exit_code = 1) SELECT 1");

        Cli.Outcome dry = call("prune", "--keep", "8", "--dry-run");
        int runs = (int) call("history").output().lines().count();
        Cli.Outcome outcome = call("prune", "--keep", "8");

        assertThat(dry.output())
                .startsWith(
                        "2 runs, 0 lines of audits, 0 checkpoints, 0 builds, 0 rows of their logs and the logs of 1 would be deleted");
        assertThat(runs).isEqualTo(3);
        assertThat(outcome.output())
                .startsWith(
                        "2 runs, 0 lines of audits, 0 checkpoints, 0 builds, 0 rows of their logs and the logs of 1 deleted");
        assertThat(call("logs").output().lines()).hasSize(1).doesNotContain(old);
        assertThat(call("history").output().lines()).hasSize(2);
        assertThat(folder.value("SELECT count(*) FROM bizops.run_stream")).isEqualTo("1");
        assertThat(folder.value("SELECT count(*) FROM bizops.state")).isEqualTo("1");
        assertThat(call("prune", "--keep", "0").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aLogOfBuildsOfAnotherRoleStaysAndSoDoCheckpoints() throws Exception {
        execute("CREATE TABLE bizops.build_checkpoint (build_id bigint, checkpoint_id bigint);"
                + " COMMENT ON TABLE bizops.build_checkpoint IS 'Kept by bizops-transform: x';"
                + " INSERT INTO bizops.checkpoint (schema_name, table_name, least_sequence, greatest_sequence, run_id,"
                + " committed_at) SELECT 'raw', 't', 1, 1, 'r', now() - interval '90 days' FROM generate_series(1, 3);"
                + " DO $$ BEGIN CREATE ROLE pruner LOGIN PASSWORD 'pruner'; EXCEPTION WHEN duplicate_object THEN NULL; END"
                + " $$; GRANT USAGE ON SCHEMA bizops TO pruner;"
                + " GRANT SELECT, DELETE ON ALL TABLES IN SCHEMA bizops TO pruner;"
                + " REVOKE DELETE ON bizops.build_checkpoint FROM pruner");
        cli.with("PG_USERNAME", "pruner").with("TARGET_POSTGRES_PASSWORD", "pruner");

        Cli.Outcome outcome = call("prune", "--keep", "8");

        assertThat(outcome.code()).as(outcome.errors()).isEqualTo(ExitCode.OK);
        assertThat(outcome.errors()).contains("WARNING bizops: the log of builds in bizops is another role's");
        assertThat(folder.value("SELECT count(*) FROM bizops.checkpoint")).isEqualTo("3");
    }

    @Test
    void aRunThatWasKilledIsClosedByTheNext() throws Exception {
        for (String table : List.of("pipeline_run", "run")) {
            execute("UPDATE bizops." + table + " SET ended_at = NULL, exit_code = NULL WHERE exit_code = 0");
        }

        assertThat(call("run").code()).isEqualTo(ExitCode.OK);

        for (String table : List.of("pipeline_run", "run")) {
            assertThat(folder.value("SELECT count(*) FILTER (WHERE ended_at IS NULL) || ' ' || count(*) FILTER (WHERE"
                            + " exit_code = 137 AND seconds >= 0 AND seconds < 600) FROM bizops." + table))
                    .as(table)
                    .isEqualTo("0 1");
        }
        assertThat(call("history", "--failed").output()).contains("killed before it could note its end");
    }

    private void execute(String sql) throws Exception {
        try (Connection open = database.connect();
                Statement statement = open.createStatement()) {
            statement.execute(sql);
        }
    }
}
