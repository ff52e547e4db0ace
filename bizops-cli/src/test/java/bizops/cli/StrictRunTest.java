package bizops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.singer.error.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bizops run --strict}. */
final class StrictRunTest {
    private static final String PROJECT = """
            taps: {a: {command: ./tap.py, config: a.json, settings: {name: a, do: 'echo strict=$BIZOPS_STRICT >>$CALLS'}}}
            @TARGET
            pipelines: {all: {taps: [a], target: file}}
            """;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void reachesTheProgramsAndLooksAtTheFilesOfTheirSettings() throws Exception {
        TestDatabase database = SharedPostgres.freshDatabase();
        PipelineFolder folder = new PipelineFolder(directory, database);
        folder.makeScripts();
        Path file = folder.project(PROJECT);
        Path config = Files.writeString(folder.path("a.json"), "{\"api_key\": \"planted-key\"}");
        Cli cli = new Cli(database).with("PATH", System.getenv("PATH"));

        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-r--r--"));
        Cli.Outcome open = cli.call("run", "--strict", "--file", file.toString());
        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
        Cli.Outcome own = cli.call("run", "--strict", "--file", file.toString());
        Cli.Outcome plain = cli.call("run", "--file", file.toString());

        assertThat(open.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(open.errors())
                .contains("others can read " + config + ", which holds the secret 'api_key': chmod 600 it")
                .doesNotContain("planted-key")
                .hasLineCount(1);
        assertThat(own.code()).as(own.errors()).isEqualTo(ExitCode.OK);
        assertThat(plain.code()).as(plain.errors()).isEqualTo(ExitCode.OK);
        assertThat(folder.text("a.calls").lines().filter(line -> line.startsWith("strict=")))
                .containsExactly("strict=true", "strict=");
    }
}
