package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A STATE leaves the target when all that came before it is committed, byte for byte as it came. */
final class StateTest {
    private static final String SCHEMA =
            "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"schema\":{\"properties\":{\"n\":{\"type\":\"integer\"}}}}";

    private final Loading loading = new Loading();

    @Test
    void aStateIsTheBytesThatCame() {
        String value = "{ \"b\" : 1.50,\"a\":12345678901234567890, \"é\":\"\\u00e9\\/\"  ,\"n\":[1e2, null]}";

        Loading.Outcome outcome = loading.load("{\"value\":" + value + " ,\"type\":\"state\"}");

        assertThat(outcome.states()).containsExactly(value);
    }

    @Test
    void everyKindOfValueIsAState() {
        for (String value : new String[] {"{}", "[]", "\"text\\n\"", "12", "-1.5e3", "true", "null"}) {
            assertThat(loading.load("{\"type\":\"STATE\",\"value\":" + value + "}")
                            .states())
                    .containsExactly(value);
        }
    }

    @Test
    void noStateInIsNoStateOut() {
        assertThat(loading.load(SCHEMA, row(1)).states()).isEmpty();
        assertThat(loading.load(new ByteArrayInputStream(new byte[0])).states()).isEmpty();
    }

    @Test
    void ofStatesInOneBatchTheNewestIsPrintedOnce() {
        assertThat(loading.load(SCHEMA, state(1), row(1), state(2), row(2), state(3), state(3))
                        .states())
                .endsWith("3")
                .doesNotContain("2");
    }

    @Test
    void aStateComesOutInTheOrderOfCommits() {
        loading.with("batch_size_rows", "10");
        String[] lines = Stream.concat(
                        Stream.of(SCHEMA), IntStream.range(1, 101).boxed().flatMap(n -> Stream.of(row(n), state(n))))
                .toArray(String[]::new);

        Loading.Outcome outcome = loading.load(lines);

        assertThat(outcome.states()).hasSizeGreaterThan(5).endsWith("100");
        assertThat(outcome.states().stream().map(Integer::valueOf).toList())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(loading.value("SELECT count(*) FROM s")).isEqualTo("100");
    }

    @Test
    void aStateIsNeverAheadOfItsRows() throws Exception {
        loading.with("batch_size_rows", "3");
        PipedInputStream in = new PipedInputStream(1 << 16);
        CountingStates states = new CountingStates(loading);
        CompletableFuture<ExitCode> run;
        try (PipedOutputStream tap = new PipedOutputStream(in)) {
            run = CompletableFuture.supplyAsync(() -> loading.load(in, states, new ByteArrayOutputStream()));
            write(tap, SCHEMA);
            for (int n = 1; n <= 50; n++) {
                write(tap, row(n), state(n));
            }
        }
        assertThat(run.get(60, TimeUnit.SECONDS)).isEqualTo(ExitCode.OK);

        assertThat(states.toString(StandardCharsets.UTF_8)).endsWith("50\n");
        assertThat(states.tooEarly).isFalse();
    }

    @Test
    void rowsAndStateComeThroughWhileTheInputIsSilent() throws Exception {
        loading.with("batch_wait_limit_seconds", "1").with("state_flush_seconds", "1");
        PipedInputStream in = new PipedInputStream(1 << 16);
        ByteArrayOutputStream states = new ByteArrayOutputStream();
        CompletableFuture<ExitCode> run;
        try (PipedOutputStream tap = new PipedOutputStream(in)) {
            run = CompletableFuture.supplyAsync(() -> loading.load(in, states, new ByteArrayOutputStream()));
            write(tap, SCHEMA, row(1), state(1));

            while (states.size() == 0 && !run.isDone()) {
                Thread.onSpinWait();
            }

            assertThat(run).isNotDone();
            assertThat(loading.value("SELECT count(*) FROM s")).isEqualTo("1");
            assertThat(loading.value("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'target-postgres'"
                            + " AND datname = current_database() AND state LIKE 'idle in transaction%'"))
                    .isEqualTo("0");
        }
        assertThat(run.get(60, TimeUnit.SECONDS)).isEqualTo(ExitCode.OK);
    }

    @Test
    void theStateFileHoldsTheNewestState(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("state.json");
        Files.writeString(file, "old");

        loading.load(
                new ByteArrayInputStream(
                        String.join("\n", SCHEMA, row(1), state(7)).getBytes(StandardCharsets.UTF_8)),
                "--state-output",
                file.toString());

        assertThat(file).hasContent("7\n");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    /** Notes at each state whether as many rows as it says are in the table. */
    private static final class CountingStates extends ByteArrayOutputStream {
        private final Loading loading;
        private volatile boolean tooEarly;

        CountingStates(Loading loading) {
            this.loading = loading;
        }

        @Override
        public void write(byte[] line) {
            int rows = Integer.parseInt(new String(line, StandardCharsets.UTF_8).strip());
            tooEarly |= Integer.parseInt(String.valueOf(loading.value("SELECT count(*) FROM s"))) < rows;
            writeBytes(line);
        }
    }

    private static void write(PipedOutputStream tap, String... lines) throws IOException {
        for (String line : lines) {
            tap.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        tap.flush();
    }

    private static String row(int n) {
        return "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"n\":" + n + "}}";
    }

    private static String state(int n) {
        return "{\"type\":\"STATE\",\"value\":" + n + "}";
    }
}
