package bizops.tap.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.singer.error.ExitCode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program in a process of its own with a heap of 256 MiB. */
class LargeObjectTest {
    private static final int MEGABYTE = 1024 * 1024;

    /** What the process left: its exit code, records by object, and what it said. */
    private record Ended(int code, long records, long longest, String err) {}

    private static Ended run(Path folder, Sandbox sandbox, String stream, String api) throws Exception {
        Path config = Files.writeString(
                folder.resolve("config.json"),
                TapRun.JSON.writeValueAsString(Map.of(
                        "login_url", sandbox.url(),
                        "client_id", sandbox.clientId(),
                        "client_secret", sandbox.clientSecret(),
                        "streams_to_discover", List.of(stream),
                        "api_type", api,
                        "bulk_poll_seconds", 0.1)));
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        Main.class.getName(),
                        "--config",
                        config.toString())
                .redirectError(err.toFile())
                .start();
        long records = 0;
        long longest = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                records += line.contains("\"RECORD\"") ? 1 : 0;
                longest = Math.max(longest, line.length());
            }
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), records, longest, text(err));
    }

    /** Where this test's own classes come from, whoever loads them. */
    private static String classPath() {
        return Main.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    private static String text(Path file) throws IOException {
        String text = Files.readString(file);
        return text.length() > 20_000 ? text.substring(text.length() - 20_000) : text;
    }

    @Test
    void anObjectLargerThanTheHeapIsReadInPages(@TempDir Path folder) throws Exception {
        try (Sandbox sandbox = Sandbox.start(
                SandboxOptions.defaults().scale(0.02).rows("Task", 60_000).advance(Duration.ofHours(1)))) {
            Ended ended = run(folder, sandbox, "Task", "AUTO");

            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.records()).isGreaterThanOrEqualTo(60_000);
            assertThat(sandbox.usage().entries())
                    .filteredOn(entry -> entry.path().endsWith("/results"))
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BULK2", "REST"})
    void aFieldOfTwentyMegabytesIsCarried(String api, @TempDir Path folder) throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.008))) {
            sandbox.insert("Account", Map.of("Name", "large", "Description", "\u00E9x".repeat(20 * MEGABYTE / 3)));
            sandbox.advance(Duration.ofHours(1));

            Ended ended = run(folder, sandbox, "Account", api);

            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.longest()).isGreaterThan(20 * MEGABYTE / 3 * 2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BULK2", "REST"})
    void aLargerFieldIsOneErrorThatNamesRecordAndField(String api) {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.008))) {
            String id = sandbox.insert(
                    "Account", Map.of("Name", "too large", "Description", "x".repeat(20 * MEGABYTE + 1)));
            sandbox.advance(Duration.ofHours(1));

            TapRun.Result run = TapRun.against(sandbox)
                    .streams("Account")
                    .set("api_type", api)
                    .set("bulk_poll_seconds", 0.1)
                    .run();

            assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
            assertThat(run.err())
                    .contains("record " + id + ", field \"Description\": its value is larger than 20971520 bytes");
        }
    }
}
