package bizops.tap.marketo;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in a process of its own whose heap is smaller than the file that it reads. */
class LargeFileTest {
    private static final int LEADS = 60_000;
    private static final int HEAP_MEGABYTES = 40;

    @Test
    void aFileLargerThanTheHeapIsRead(@TempDir Path folder) throws Exception {
        try (Sandbox sandbox =
                Sandbox.start(SandboxOptions.defaults().scale(0.008).rows("marketo.leads", LEADS))) {
            TapRun run = TapRun.against(
                    sandbox.url(),
                    sandbox.marketo().clientId(),
                    sandbox.marketo().clientSecret());
            Path config = Files.writeString(
                    folder.resolve("config.json"),
                    TapRun.JSON.writeValueAsString(
                            run.set("start_date", "2010-01-01").settings()));
            Path catalog = Files.writeString(
                    folder.resolve("catalog.json"),
                    "{\"streams\":[{\"stream\":\"leads\",\"tap_stream_id\":\"leads\",\"schema\":{},"
                            + "\"metadata\":[{\"breadcrumb\":[],\"metadata\":{\"selected\":true}}]}]}");
            Path err = folder.resolve("err");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx" + HEAP_MEGABYTES + "m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            classPath(),
                            Main.class.getName(),
                            "--config",
                            config.toString(),
                            "--catalog",
                            catalog.toString())
                    .redirectError(err.toFile())
                    .start();
            long records = 0;
            long bytes = 0;
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    records += line.contains("\"RECORD\"") ? 1 : 0;
                    bytes += line.length();
                }
            }

            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(err)).isZero();
            assertThat(records).isGreaterThanOrEqualTo(LEADS);
            assertThat(bytes).isGreaterThan(HEAP_MEGABYTES * 1024L * 1024);
        }
    }

    /** Where this test's own classes come from, whoever loads them. */
    private static String classPath() {
        return Main.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }
}
