package bizops.singer.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a third-party tap, compiled against the core alone, behind a strict target that is not ours. */
class HelloTapTest {
    private static final Path SOURCE = Path.of("..", "examples", "tap-hello", "src", "hello", "HelloTap.java");
    private static final String TARGET = "python3 '" + Path.of("src", "test", "python", "strict_target.py") + "'";

    @TempDir
    static Path classes;

    @BeforeAll
    static void compile() {
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        SOURCE.toString());

        assertThat(code).isZero();
    }

    @Test
    void fillsAStrictTargetAndGoesOnFromItsState(@TempDir Path folder) throws Exception {
        assumeTrue(
                Shell.run("command -v python3", Map.of()).exit() == 0, "python3 is not here: the pipe is not tested");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Map<String, String> settings = Map.of(
                "TAP_HELLO_NAMES", "[\"Ada\",\"Grüße \ud83d\ude00\"]", "TAP_HELLO_START_DATE", today.minusDays(9) + "");

        Shell first = Shell.run(tap() + " | " + TARGET, settings);

        assertThat(first.exit()).as(first.stderr()).isZero();
        assertThat(first.stderr()).contains("{\"RECORD\": 12, \"SCHEMA\": 2, \"STATE\": 2}");
        String state = lastLine(first.stdout());
        assertThat(state).contains("\"replication_key\": \"day\"").doesNotContain("currently_syncing");

        Path file = Files.writeString(folder.resolve("state.json"), state);
        Shell second = Shell.run(tap() + " --state " + file + " | " + TARGET, settings);

        assertThat(second.exit()).as(second.stderr()).isZero();
        assertThat(counted(second))
                .as("two greetings, and the days from the bookmark on")
                .isBetween(3, 4);
        assertThat(second.stdout().lines().findFirst()).contains(state);
    }

    @Test
    void offersItsStreamsAndAnswersForItself() throws Exception {
        assertThat(Shell.run(tap() + " --discover", Map.of()).stdout())
                .contains("\"tap_stream_id\": \"greeting\"")
                .contains("\"valid-replication-keys\"");
        assertThat(Shell.run(tap() + " --version", Map.of()).stdout()).startsWith("tap-hello v");
        assertThat(Shell.run(tap() + " --catalogue x", Map.of()).exit()).isEqualTo(2);
    }

    private static String tap() {
        return Shell.java("hello.HelloTap", classes);
    }

    private static int counted(Shell run) {
        String counts = lastLine(run.stderr());
        return Integer.parseInt(counts.replaceFirst(".*\"RECORD\": (\\d+).*", "$1"));
    }

    private static String lastLine(String text) {
        List<String> lines = text.lines().toList();
        return lines.get(lines.size() - 1);
    }
}
