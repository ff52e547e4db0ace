package bizops.singer.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a tap's process ends, with real signals and real pipes. */
class EndOfTapTest {
    private static final String TAP = Shell.java("bizops.singer.tap.EndlessTap");

    @Test
    void endsWithOneWarningWhenTheConsumerIsGone() throws Exception {
        Shell run = Shell.run(TAP + " | head -n 2; echo \"${PIPESTATUS[0]}\"", Map.of());

        assertThat(run.stdout()).endsWith("\n1\n");
        assertThat(run.stderr().lines().filter(line -> !line.contains("METRIC")))
                .containsExactly(
                        "WARNING tap-endless: consumer closed the output; its own log says why, run again when that is"
                                + " mended");
    }

    @ParameterizedTest
    @CsvSource({"TERM,143", "INT,130"})
    void endsWithALastStateOnASignal(String signal, int exit) throws Exception {
        Shell run = Shell.run(stoppedBy(signal), Map.of());

        List<String> lines = run.stdout().lines().toList();
        assertThat(run.exit()).as(run.stderr()).isEqualTo(exit);
        assertThat(lines.get(lines.size() - 1))
                .startsWith("{\"type\":\"STATE\"")
                .contains("\"currently_syncing\":\"s\"");
        assertThat(stateOf(lines)).as("the state covers the last record").isEqualTo(lastRecordOf(lines));
    }

    @Test
    void writesTheLastStateEvenWhereTheSourceHangs() throws Exception {
        Shell run = Shell.run(stoppedBy("TERM"), Map.of("HANG", "1"));

        List<String> lines = run.stdout().lines().toList();
        assertThat(run.exit()).as(run.stderr()).isEqualTo(143);
        assertThat(stateOf(lines)).isEqualTo(lastRecordOf(lines));
    }

    @Test
    void isNoFailureBeforeTheFirstStreamEither() throws Exception {
        Shell run = Shell.run(
                "log=$(mktemp); set -m; " + TAP + " 2> $log & tap=$!; until grep -q waiting $log; do sleep 0.1; done; "
                        + "kill -TERM $tap; wait $tap; code=$?; cat $log >&2; rm $log; exit $code",
                Map.of("WAIT", "1"));

        assertThat(run.exit()).as(run.stderr()).isEqualTo(143);
        assertThat(run.stderr())
                .contains("WARNING tap-endless: stopped by SIGTERM")
                .doesNotContain("CRITICAL");
    }

    /** Sends the signal once the first record is out, and answers the tap's exit code. */
    private static String stoppedBy(String signal) {
        return "out=$(mktemp); set -m; " + TAP + " > $out & tap=$!; "
                + "until grep -q RECORD $out; do sleep 0.1; done; kill -" + signal + " $tap; wait $tap; code=$?; "
                + "cat $out; rm $out; exit $code";
    }

    private static String stateOf(List<String> lines) {
        return lines.get(lines.size() - 1).replaceFirst(".*\"replication_key_value\":\"([^\"]*)\".*", "$1");
    }

    private static String lastRecordOf(List<String> lines) {
        return lines.get(lines.size() - 2).replaceFirst(".*\"at\":\"([^\"]*)\".*", "$1");
    }
}
