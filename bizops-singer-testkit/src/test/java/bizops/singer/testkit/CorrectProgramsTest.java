package bizops.singer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.testkit.verdict.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs without a defect pass; what is skipped is named here, so that no rule falls silent unseen. */
final class CorrectProgramsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aTapInPythonPassesEveryRule() throws Exception {
        assertPasses(Scripts.judgeTap(Scripts.good("tap", "py"), folder));
    }

    @Test
    void aTapInShellPasses() throws Exception {
        Map<String, Outcome> outcomes = Scripts.judgeTap(Scripts.good("tap", "sh"), folder);
        // It may be over before the pipe is closed, or the signal comes.
        outcomes.keySet().removeAll(List.of("closed-pipe", "sigterm"));

        assertPasses(
                outcomes,
                "selection-stream", // it has one stream
                "time-extracted",
                "version-after-schema",
                "version-carried",
                "version-rises");
    }

    @Test
    void aTargetInPythonPassesEveryRule() throws Exception {
        assertPasses(Scripts.judgeTarget(Scripts.good("target", "py"), folder, true));
    }

    @Test
    void aTargetInShellPasses() throws Exception {
        Map<String, Outcome> outcomes = Scripts.judgeTarget(Scripts.good("target", "sh"), folder, false);
        outcomes.keySet().removeAll(List.of("refuses-wrong-type", "refuses-missing-required")); // it checks no types

        assertPasses(outcomes, "state-after-commit");
    }

    private static void assertPasses(Map<String, Outcome> outcomes, String... skipped) {
        assertThat(outcomes.values())
                .containsOnly(
                        skipped.length == 0
                                ? new Outcome[] {Outcome.PASS}
                                : new Outcome[] {Outcome.PASS, Outcome.SKIP});
        assertThat(outcomes.entrySet().stream()
                        .filter(entry -> entry.getValue() == Outcome.SKIP)
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(skipped);
    }
}
