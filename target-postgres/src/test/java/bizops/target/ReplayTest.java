package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A lost connection, a deadlock and a second target at work change nothing in what the table ends up with. */
final class ReplayTest {
    private static final String APPEND =
            "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"schema\":{\"properties\":{\"n\":{\"type\":\"integer\"}}}}\n";
    private static final String UPSERT =
            "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"key_properties\":[\"n\"],\"schema\":{\"properties\":{\"n\":"
                    + "{\"type\":\"integer\"},\"by\":{\"type\":\"string\"}}}}\n";
    private static final String KILL =
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'target-postgres'"
                    + " AND datname = current_database() AND state <> 'idle' AND query ILIKE '%COPY%'";

    private final Loading loading = new Loading();

    @Test
    void aServerProcessKilledInMidCopyLosesAndRepeatsNothing() throws Exception {
        loading.with("batch_size_rows", "20000");
        int rows = 200_000;
        CompletableFuture<Loading.Outcome> run = CompletableFuture.supplyAsync(() -> loading.load(input(APPEND, rows)));
        int killed = 0;
        while (!run.isDone() && killed < 3) {
            killed += Integer.parseInt(String.valueOf(loading.value(KILL)));
        }

        Loading.Outcome outcome = run.get(120, TimeUnit.SECONDS);

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(killed).isPositive();
        assertThat(loading.rows("SELECT count(*), count(DISTINCT n), count(DISTINCT _sdc_sequence) FROM s")
                        .toString())
                .isEqualTo("[[200000, 200000, 200000]]");
        assertThat(outcome.states()).endsWith("200000");
    }

    @RepeatedTest(5)
    void twoTargetsOnOneNewTableDoNotHarmEachOther() throws Exception {
        loading.with("batch_size_rows", "500");
        CompletableFuture<Loading.Outcome> one =
                CompletableFuture.supplyAsync(() -> loading.load(input(UPSERT, 5000, "one", 1)));
        CompletableFuture<Loading.Outcome> two =
                CompletableFuture.supplyAsync(() -> loading.load(input(UPSERT, 5000, "two", -1)));

        assertThat(one.get(60, TimeUnit.SECONDS).errors()).isEmpty();
        assertThat(two.get(60, TimeUnit.SECONDS).errors()).isEmpty();
        assertThat(loading.rows("SELECT count(*), count(DISTINCT _sdc_sequence) FROM s")
                        .toString())
                .isEqualTo("[[5000, 5000]]");
        assertThat(loading.value("SELECT count(*) FROM s WHERE NOT EXISTS (SELECT FROM bizops.checkpoint AS c WHERE"
                        + " c.table_name = 's' AND _sdc_sequence BETWEEN c.least_sequence AND c.greatest_sequence)"))
                .isEqualTo("0");
    }

    @Test
    void aLockedTableIsWaitedFor() throws Exception {
        loading.load(input(UPSERT, 1, "first", 1));
        CompletableFuture<Loading.Outcome> run;
        try (Connection other = loading.database().connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE s IN ACCESS EXCLUSIVE MODE");
            run = CompletableFuture.supplyAsync(() -> loading.load(input(UPSERT, 1, "second", 1)));
            while (String.valueOf(loading.value("SELECT count(*) FROM pg_locks WHERE NOT granted"))
                    .equals("0")) {
                Thread.onSpinWait();
            }
            other.commit();
        }

        assertThat(run.get(60, TimeUnit.SECONDS).errors()).isEmpty();
        assertThat(loading.value("SELECT by FROM s")).isEqualTo("second");
    }

    private static ByteArrayInputStream input(String schema, int rows) {
        return new ByteArrayInputStream(IntStream.rangeClosed(1, rows)
                .mapToObj(n -> "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"n\":" + n + "}}\n"
                        + "{\"type\":\"STATE\",\"value\":" + n + "}\n")
                .collect(Collectors.joining("", schema, ""))
                .getBytes(StandardCharsets.UTF_8));
    }

    private static ByteArrayInputStream input(String schema, int rows, String by, int direction) {
        return new ByteArrayInputStream(IntStream.rangeClosed(1, rows)
                .map(n -> direction > 0 ? n : rows + 1 - n)
                .mapToObj(n ->
                        "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"n\":" + n + ",\"by\":\"" + by + "\"}}\n")
                .collect(Collectors.joining("", schema, ""))
                .getBytes(StandardCharsets.UTF_8));
    }
}
