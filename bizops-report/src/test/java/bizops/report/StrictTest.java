package bizops.report;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.singer.cli.Launcher;
import bizops.singer.cli.Terminal;
import bizops.singer.error.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the database is reached, or not. */
final class StrictTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aDatabaseOnAnotherMachineMustShowWhoItIs() {
        assertThat(refused(Map.of("PG_ADDRESS", "db.invalid"), "--strict"))
                .contains("'ssl_mode' is prefer, and --strict asks for verify-full to db.invalid");
    }

    @Test
    void aServerWithoutTlsWhereItIsAskedForIsRefusedForGood() {
        TestDatabase database = SharedPostgres.freshDatabase();
        Map<String, String> address = Map.of(
                "PG_ADDRESS",
                database.host(),
                "PG_PORT",
                String.valueOf(database.port()),
                "BIZOPS_REPORT_SSL_MODE",
                "require");

        assertThat(refused(address)).contains("correct password, ssl_mode and ssl_root_cert");
    }

    private String refused(Map<String, String> address, String... options) {
        Map<String, String> environment = new HashMap<>(Map.of("PG_USERNAME", "site", "PG_DATABASE", "w"));
        environment.putAll(address);
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(stderr, true, StandardCharsets.UTF_8),
                environment);
        List<String> arguments =
                new ArrayList<>(List.of("build", "--out", folder.resolve("site").toString()));
        arguments.addAll(List.of(options));

        assertThat(Launcher.run(Main.program(), terminal, arguments)).isEqualTo(ExitCode.FAILURE);

        String said = stderr.toString(StandardCharsets.UTF_8);
        assertThat(said).hasLineCount(1);
        return said;
    }
}
