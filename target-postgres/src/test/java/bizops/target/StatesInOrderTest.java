package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Which of the states that came are printed, over several batches and several streams. */
final class StatesInOrderTest {
    private final Loading loading = new Loading().with("batch_size_rows", "1");

    @Test
    void aStateEqualToTheLastOneIsNotPrintedAgain() {
        Loading.Outcome outcome =
                loading.load(schema("s"), row("s", 1), state("7"), row("s", 2), state("7"), row("s", 3), state("7"));

        assertThat(outcome.states()).containsExactly("7");
    }

    @Test
    void aStateThatGoesBackIsPassedOn() {
        Loading.Outcome outcome =
                loading.load(schema("s"), row("s", 1), state("9"), row("s", 2), state("2"), row("s", 3), state("9"));

        assertThat(outcome.states()).containsExactly("9", "2", "9");
    }

    @Test
    void whereNothingWaitsAStateIsPrintedAtOnce() throws Exception {
        loading.with("batch_wait_limit_seconds", "3600").with("state_flush_seconds", "3600");
        PipedInputStream in = new PipedInputStream(1 << 16);
        ByteArrayOutputStream states = new ByteArrayOutputStream();
        CompletableFuture<ExitCode> run;
        try (PipedOutputStream tap = new PipedOutputStream(in)) {
            run = CompletableFuture.supplyAsync(() -> loading.load(in, states, new ByteArrayOutputStream()));
            tap.write((state("{\"a\":1}") + "\n").getBytes(StandardCharsets.UTF_8));
            tap.flush();
            while (states.size() == 0 && !run.isDone()) {
                Thread.onSpinWait();
            }
            assertThat(run).isNotDone();
            assertThat(states.toString(StandardCharsets.UTF_8)).isEqualTo("{\"a\":1}\n");
        }
        assertThat(run.get(60, TimeUnit.SECONDS)).isEqualTo(ExitCode.OK);
    }

    /** A stream that falls silent holds no STATE up, and one that is behind is not passed over. */
    @Test
    void aStateCoversWhatCameBeforeItInEveryStream() {
        loading.with("batch_size_rows", "4");
        StringBuilder lines = new StringBuilder(
                schema("quiet") + "\n" + row("quiet", 1) + "\n" + schema("s") + "\n" + schema("other") + "\n");
        for (int n = 1; n <= 40; n++) {
            lines.append(row(n % 3 == 0 ? "other" : "s", n)).append('\n');
            lines.append(state(Integer.toString(n))).append('\n');
        }
        Counting states = new Counting();

        ExitCode code = loading.load(
                new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)),
                states,
                new ByteArrayOutputStream());

        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(states.printed).isGreaterThan(5);
        assertThat(states.tooEarly).isZero();
        assertThat(states.toString(StandardCharsets.UTF_8)).endsWith("\n40\n");
    }

    @Test
    void whenNobodyReadsTheStatesTheRunEndsAndSaysSo() {
        ByteArrayOutputStream closed = new ByteArrayOutputStream() {
            @Override
            public void write(byte[] line) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();

        ExitCode code = loading.load(
                new ByteArrayInputStream(
                        String.join("\n", schema("s"), row("s", 1), state("1"), row("s", 2), state("2"))
                                .getBytes(StandardCharsets.UTF_8)),
                closed,
                stderr);

        assertThat(code).isEqualTo(ExitCode.FAILURE);
        assertThat(stderr.toString(StandardCharsets.UTF_8))
                .startsWith("WARNING target-postgres: consumer closed the output")
                .hasLineCount(1);
        assertThat(loading.value("SELECT min(n) FROM s")).isEqualTo("1");
    }

    private final class Counting extends ByteArrayOutputStream {
        private int printed;
        private int tooEarly;

        @Override
        public void write(byte[] line) {
            int n = Integer.parseInt(new String(line, StandardCharsets.UTF_8).strip());
            String there = loading.value(
                    "SELECT (SELECT count(*) FROM s) + (SELECT count(*) FROM other) + 100 * (SELECT count(*) FROM quiet)");
            printed++;
            tooEarly += Integer.parseInt(String.valueOf(there)) < n + 100 ? 1 : 0;
            writeBytes(line);
        }
    }

    private static String schema(String stream) {
        return "{\"type\":\"SCHEMA\",\"stream\":\"" + stream
                + "\",\"schema\":{\"properties\":{\"n\":{\"type\":\"integer\"}}}}";
    }

    private static String row(String stream, int n) {
        return "{\"type\":\"RECORD\",\"stream\":\"" + stream + "\",\"record\":{\"n\":" + n + "}}";
    }

    private static String state(String value) {
        return "{\"type\":\"STATE\",\"value\":" + value + "}";
    }
}
