package bizops.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that a run makes: its log, and what programs are told. */
final class RunFilesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T10:11:12.131Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyLineOfALogIsThereAtOnceWithItsTime() throws Exception {
        try (RunLog log = RunLog.make(folder, "r1", CLOCK)) {
            log.write("a", "one\u001b[31m");
            log.write("a", "two");

            assertThat(folder.resolve("r1/a.log"))
                    .content()
                    .isEqualTo("2026-01-31T10:11:12.131Z one [31m\n2026-01-31T10:11:12.131Z two\n");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("r1"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aFullDiskEndsTheLogAndNotTheRun() throws Exception {
        try (RunLog log = RunLog.make(folder, "r1", CLOCK)) {
            Files.createSymbolicLink(folder.resolve("r1/a.log"), Path.of("/dev/full"));

            log.write("a", "one");
            log.write("a", "two");

            assertThat(log.failure().orElse("")).startsWith("the log in " + folder.resolve("r1") + " ends here: ");
        }
    }

    @Test
    void settingsAreForTheirUserAloneAndGoneInTheEnd() throws Exception {
        Path file;
        try (Workspace workspace = Workspace.make()) {
            file = workspace.file("tap", JsonNodeFactory.instance.objectNode().put("password", "p"));

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                    .isEqualTo("rwx------");
        }
        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void whatAKilledRunLeftIsRemovedAndWhatARunningOneHasIsNot() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        assertThat(ended.waitFor()).isZero();
        Path left = Files.createDirectory(folder.resolve("x-" + ended.pid() + "-1"));
        Files.createFile(left.resolve("tap.json"));
        Path young = Files.createDirectory(folder.resolve("x-" + ended.pid() + "-2"));
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
        Path running = Files.createDirectory(
                folder.resolve("x-" + ProcessHandle.current().pid() + "-1"));
        Path other = Files.createDirectory(folder.resolve("x-y"));

        for (Path one : List.of(left, running, other)) {
            Files.setLastModifiedTime(one, old);
        }

        new LeftBehind(folder, "x-").remove();

        assertThat(left).doesNotExist();
        assertThat(young).exists();
        assertThat(running).exists();
        assertThat(other).exists();
    }
}
