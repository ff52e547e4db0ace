package bizops.singer.testkit;

import bizops.singer.testkit.junit.TapConformance;
import bizops.singer.testkit.tap.TapCheck;
import bizops.singer.testkit.tap.TapOptions;
import bizops.singer.testkit.verdict.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The example of a third-party tap keeps every rule, as its author would see in JUnit. */
final class HelloTapTest implements TapConformance {
    @TempDir
    private static Path folder = Path.of("");

    @Override
    public Check check() throws IOException {
        Path source = Path.of("..", "examples", "tap-hello", "src", "hello", "HelloTap.java");
        Path config = Files.writeString(
                folder.resolve("config.json"),
                "{\"names\": [\"Ada\", \"Grüße\", \"{\\\"\"], \"start_date\": \"2026-01-01T00:00:00Z\"}");
        return TapCheck.of(CompiledTap.of(source, "hello.HelloTap", folder), TapOptions.config(config));
    }
}
