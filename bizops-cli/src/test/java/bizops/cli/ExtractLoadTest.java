package bizops.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.BizopsException;
import bizops.singer.error.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExtractLoadTest {
    private static final String READ_ALL = "cat >/dev/null";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void carriesWhatTheTapWritesToTheTarget() throws Exception {
        run("printf 'one\\ntwo\\n'", "sed 's/^/got /'");

        assertThat(directory.resolve("states")).hasContent("got one\ngot two\n");
    }

    @Test
    void namesTheTapThatFailedWithItsReasonAndItsLog() {
        assertThatThrownBy(() -> run("echo 'CRITICAL tap: the quota is spent' >&2; exit 75", READ_ALL))
                .isInstanceOfSatisfying(
                        BizopsException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.TRY_LATER))
                .hasMessage("tap ended with 75: tap: the quota is spent; its log is " + directory.resolve("tap.log"));
    }

    @Test
    void keepsTheCodeOfATapThatIsCompleteButForSomeStreams() {
        assertThatThrownBy(() -> run("exit 77", READ_ALL))
                .isInstanceOfSatisfying(
                        BizopsException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.PARTIAL));
    }

    @Test
    void blamesTheTargetWhenTheTapOnlyLostItsReader() {
        String tap = "echo 'WARNING tap: consumer closed the output' >&2; exit 1";

        assertThatThrownBy(() -> run(tap, "echo 'CRITICAL target: no table' >&2; exit 1"))
                .hasMessageStartingWith("target ended with 1: target: no table");
    }

    @Test
    void blamesTheTapWhenTheTargetOnlyFoundHalfALine() {
        assertThatThrownBy(() -> run("exit 3", "echo 'CRITICAL target: half a line' >&2; exit 1"))
                .hasMessageStartingWith("tap ended with 3");
    }

    @Test
    void fillsAPipeThatNobodyReadsAndStillSeesTheTargetFail() {
        assertThatThrownBy(() -> run(
                        "head -c 1000000 /dev/zero || true; echo 'consumer closed the output' >&2; exit 1", "exit 4"))
                .hasMessageStartingWith("target ended with 4");
    }

    private void run(String tap, String target) throws IOException, InterruptedException {
        Scripts scripts = new Scripts(directory);
        ProgramRun from = new ProgramRun(scripts.program("tap", tap), List.of(), directory.resolve("tap.log"));
        ProgramRun to = new ProgramRun(scripts.program("target", target), List.of(), directory.resolve("target.log"));
        try (Children children = new Children()) {
            new ExtractLoad(from, to, directory.resolve("states")).run(children);
        }
    }
}
