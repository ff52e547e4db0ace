package bizops.singer.testkit;

import bizops.singer.testkit.junit.TapConformance;
import bizops.singer.testkit.tap.TapCheck;
import bizops.singer.testkit.tap.TapOptions;
import bizops.singer.testkit.verdict.Check;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

/** The tap that docs/write-a-tap.md builds keeps every rule, over the paged API of that page. */
final class WrittenTapTest implements TapConformance {
    private static @Nullable Process shop;

    @TempDir
    private static Path folder = Path.of("");

    @AfterAll
    static void stop() {
        if (shop != null) {
            shop.destroy();
        }
    }

    @Override
    public Check check() throws IOException {
        Process api = new ProcessBuilder(
                        "python3", Path.of("..", "examples", "shop-api.py").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        shop = api;
        String port = api.inputReader(StandardCharsets.UTF_8).readLine();
        Path config = Files.writeString(
                folder.resolve("config.json"),
                "{\"base_url\": \"http://127.0.0.1:" + port
                        + "\", \"token\": \"s3cret\", \"start_date\": \"2024-01-01\"}");
        return TapCheck.of(CompiledTap.of(source(), "shop.ShopTap", folder), TapOptions.config(config));
    }

    /** The first block of Java on the page, which is the whole tap. */
    private static Path source() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "write-a-tap.md"));
        int start = page.indexOf("```java\n") + "```java\n".length();
        return Files.writeString(folder.resolve("ShopTap.java"), page.substring(start, page.indexOf("\n```", start)));
    }
}
