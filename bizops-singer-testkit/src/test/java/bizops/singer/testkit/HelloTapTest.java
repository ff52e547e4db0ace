package bizops.singer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.testkit.junit.TapConformance;
import bizops.singer.testkit.run.Executable;
import bizops.singer.testkit.run.Limits;
import bizops.singer.testkit.tap.TapCheck;
import bizops.singer.testkit.tap.TapOptions;
import bizops.singer.testkit.verdict.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;

/** The example of a third-party tap keeps every rule, as its author would see in JUnit. */
final class HelloTapTest implements TapConformance {
    private static final Path SOURCE = Path.of("..", "examples", "tap-hello", "src", "hello", "HelloTap.java");

    @TempDir
    private static Path folder = Path.of("");

    @Override
    public Check check() throws IOException {
        String classPath = System.getProperty("java.class.path");
        int code = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", classPath, "-d", folder.toString(), SOURCE.toString());
        assertThat(code).isZero();
        Path config = Files.writeString(
                folder.resolve("config.json"),
                "{\"names\": [\"Ada\", \"Grüße\", \"{\\\"\"], \"start_date\": \"2026-01-01T00:00:00Z\"}");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:disable",
                "-Xlog:all=warning:stderr",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                folder + ":" + classPath,
                "hello.HelloTap");
        return TapCheck.of(new Executable(command, Map.of(), Limits.defaults()), TapOptions.config(config));
    }
}
