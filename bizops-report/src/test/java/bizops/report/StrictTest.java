package bizops.report;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.cli.Launcher;
import bizops.singer.cli.Terminal;
import bizops.singer.error.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --strict}, before anything is connected to. */
final class StrictTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aDatabaseOnAnotherMachineMustShowWhoItIs() {
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(stderr, true, StandardCharsets.UTF_8),
                Map.of("PG_ADDRESS", "db.invalid", "PG_USERNAME", "site", "PG_DATABASE", "w"));

        ExitCode code = Launcher.run(
                Main.program(),
                terminal,
                List.of("build", "--strict", "--out", folder.resolve("site").toString()));

        assertThat(code).isEqualTo(ExitCode.FAILURE);
        assertThat(stderr.toString(StandardCharsets.UTF_8))
                .contains("'ssl_mode' is prefer, and --strict asks for verify-full to db.invalid")
                .hasLineCount(1);
    }
}
