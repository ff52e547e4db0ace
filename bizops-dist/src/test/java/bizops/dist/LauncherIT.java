package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell script in front of every program. */
final class LauncherIT {
    private static final Path BIZOPS = Tree.program("bizops");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void isFoundThroughALinkToALinkInADirectoryWithASpace() throws Exception {
        Path inner = Files.createDirectory(directory.resolve("with space"));
        Path first = Files.createSymbolicLink(inner.resolve("first"), BIZOPS);
        Path second = Files.createSymbolicLink(directory.resolve("second"), directory.relativize(first));

        assertThat(Run.of(second, "--version").stdout()).startsWith("bizops ");
    }

    @Test
    void runsFromADirectoryWithASpaceInItsName() throws Exception {
        Path home = directory.resolve("my tree");
        Files.createDirectories(home.resolve("bin"));
        Files.createSymbolicLink(home.resolve("lib"), Tree.HOME.resolve("lib"));
        Path copy = Files.copy(BIZOPS, home.resolve("bin").resolve("bizops"));

        assertThat(Run.of(copy, "--version").stdout()).startsWith("bizops ");
    }

    @Test
    void saysInOneLineThatJavaIsMissing() throws Exception {
        Run run = Run.of(Map.of("BIZOPS_JAVA_HOME", directory.toString()), BIZOPS, "--version");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.stdout()).isEmpty();
        assertThat(run.stderr())
                .isEqualTo("CRITICAL bizops: no program " + directory
                        + "/bin/java; correct BIZOPS_JAVA_HOME or JAVA_HOME\n");
    }

    @Test
    void refusesAnOldJavaByItsReleaseFileWithoutStartingIt() throws Exception {
        javaThat("exit 99");
        Files.writeString(directory.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.2\"\n");

        Run run = Run.of(Map.of("BIZOPS_JAVA_HOME", directory.toString()), BIZOPS, "--version");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.stderr()).contains("is Java 11.0.2; Java 17 or newer is needed");
    }

    @Test
    void asksJavaItselfWhereThereIsNoReleaseFile() throws Exception {
        javaThat("echo 'openjdk version \"1.8.0_402\"' >&2");

        Run run = Run.of(Map.of("BIZOPS_JAVA_HOME", directory.toString()), BIZOPS, "--version");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.stderr()).contains("is Java 1.8.0_402;");
    }

    @Test
    void passesTheHeapLimitAndFurtherOptions() throws Exception {
        javaThat("for each; do echo \"$each\"; done");
        Files.writeString(directory.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        Map<String, String> environment = Map.of(
                "BIZOPS_JAVA_HOME", directory.toString(), "BIZOPS_MAX_HEAP", "77m", "BIZOPS_JAVA_OPTS", "-Da=1 -Db=2");

        Run run = Run.of(environment, BIZOPS, "two words", "");

        assertThat(run.stdout().lines()).contains("-Xmx77m", "-Da=1", "-Db=2").endsWith("two words", "");
        assertThat(run.stdout().lines()).contains("-Xlog:disable", "-XX:+ExitOnOutOfMemoryError");
    }

    @Test
    void takesUtf8WhereTheLocaleIsCAndLeavesAnyOtherAlone() throws Exception {
        javaThat("echo \"$LC_ALL $LC_CTYPE\"");
        Files.writeString(directory.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");

        assertThat(locale("C", "")).isEqualTo("C.UTF-8 C.UTF-8\n");
        assertThat(locale("", "POSIX")).isEqualTo(" C.UTF-8\n");
        assertThat(locale("", "de_DE.ISO-8859-1")).isEqualTo(" de_DE.ISO-8859-1\n");
        assertThat(locale("en_US.UTF-8", "C")).isEqualTo("en_US.UTF-8 C\n");
    }

    private String locale(String all, String type) throws Exception {
        Map<String, String> environment =
                Map.of("BIZOPS_JAVA_HOME", directory.toString(), "LC_ALL", all, "LC_CTYPE", type, "LANG", "");
        return Run.of(environment, BIZOPS, "--version").stdout();
    }

    @Test
    void goesOnWithoutAWordWhereTheClassDataDoesNotFit() throws Exception {
        Path archive = directory.resolve("wrong.jsa");
        Files.writeString(archive, "not class data");
        Map<String, String> environment = Map.of("BIZOPS_JAVA_OPTS", "-XX:SharedArchiveFile=" + archive);

        Run run = Run.of(environment, BIZOPS, "--version");

        assertThat(run.exit()).isZero();
        assertThat(run.stdout().lines()).hasSize(1);
        assertThat(run.stderr()).isEmpty();
    }

    private void javaThat(String does) throws IOException {
        Path bin = Files.createDirectories(directory.resolve("bin"));
        Path java = Files.writeString(bin.resolve("java"), "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
