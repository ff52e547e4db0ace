package bizops.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test is a new process: who it is and what it may do is decided once per JVM. */
final class ServerUserTest {
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private Path directory = Path.of("");

    @BeforeEach
    void makeADirectoryThatAllMayEnter() throws IOException {
        directory = Files.createTempDirectory("bizops-postgres-test-");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    @AfterEach
    void removeIt() throws IOException {
        new ServerDirectory(directory, java.util.Optional.empty()).delete();
    }

    @Test
    void startsAsANormalUser() throws Exception {
        assumeTrue(isRoot() && Files.isExecutable(SETPRIV), "only root can become another user");

        String said = run(List.of(SETPRIV.toString(), "--reuid=65534", "--regid=65534", "--clear-groups"), "", "end");

        assertThat(said).startsWith("server 18").endsWith("run by nobody");
    }

    @Test
    void changesTheUserForRootWhereUserNamespacesAreForbidden() throws Exception {
        assumeTrue(isRoot() && Files.isExecutable(SETPRIV), "only root needs another user");
        Path forbidding = directory.resolve("path");
        Files.createDirectory(forbidding);
        Files.writeString(
                forbidding.resolve("unshare"), "#!/bin/sh\necho 'unshare failed: not permitted' >&2\nexit 1\n");
        Files.setPosixFilePermissions(forbidding.resolve("unshare"), PosixFilePermissions.fromString("rwxr-xr-x"));

        String said = run(List.of(), forbidding + File.pathSeparator, "end");

        assertThat(said).startsWith("server 18").matches(".* run by (postgres|nobody)");
    }

    @Test
    void stopsTheServerThatAKilledProcessLeftBehind() throws Exception {
        Process killed = process(List.of(), "", "hang").start();
        String said = killed.inputReader(StandardCharsets.UTF_8).readLine();
        killed.destroyForcibly().waitFor();
        long server = Long.parseLong(said.split(" ", -1)[3]);
        assertThat(running(server, directory.resolve("server"))).isTrue();

        String saidAgain = run(List.of(), "", "end");

        assertThat(saidAgain).startsWith("server 18");
        assertThat(running(server, directory.resolve("server"))).isFalse();
    }

    @Test
    void removesATemporaryServerWhoseProcessWasKilledAWhileAgo() throws Exception {
        Path abandoned = directory.resolve("bizops-postgres-abandoned");
        Path young = directory.resolve("bizops-postgres-young");
        long server = startAndKill(abandoned);
        Files.createDirectories(young.resolve("data"));
        Files.createFile(young.resolve("data").resolve("epg-lock"));
        Files.setLastModifiedTime(
                abandoned.resolve("data").resolve("epg-lock"),
                FileTime.from(Instant.now().minusSeconds(600)));

        Abandoned.remove(directory);

        assertThat(running(server, abandoned)).isFalse();
        assertThat(abandoned).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void sparesAServerThatHasTheNumberOfOneThatIsGone() throws Exception {
        Path other = directory.resolve("other");
        long server = startAndKill(other);
        Path abandoned = directory.resolve("bizops-postgres-abandoned");
        Files.createDirectories(abandoned.resolve("data"));
        Files.writeString(abandoned.resolve("data").resolve("postmaster.pid"), server + "\n");
        Path lock = Files.createFile(abandoned.resolve("data").resolve("epg-lock"));
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minusSeconds(600)));

        Abandoned.remove(directory);

        assertThat(abandoned).doesNotExist();
        assertThat(running(server, other)).isTrue();
        LeftOver.kill(other.resolve("data"));
        assertThat(running(server, other)).isFalse();
    }

    private static boolean running(long server, Path directory) {
        return ProcessHandle.of(server)
                .filter(process -> LeftOver.serves(process, directory.resolve("data")))
                .isPresent();
    }

    private long startAndKill(Path server) throws Exception {
        ProcessBuilder builder = process(List.of(), "", "hang");
        builder.command().set(builder.command().size() - 2, server.toString());
        Process killed = builder.start();
        String said = killed.inputReader(StandardCharsets.UTF_8).readLine();
        killed.destroyForcibly().waitFor();
        return Long.parseLong(said.split(" ", -1)[3]);
    }

    private static boolean isRoot() {
        return new com.sun.security.auth.module.UnixSystem().getUid() == 0;
    }

    private String run(List<String> prefix, String pathPrefix, String ending) throws Exception {
        Process process = process(prefix, pathPrefix, ending).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s", said).isZero();
        return said.strip();
    }

    private ProcessBuilder process(List<String> prefix, String pathPrefix, String ending) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.io.tmpdir=" + directory));
        command.addAll(List.of("-cp", readableClassPath(), ServerProgram.class.getName()));
        command.addAll(List.of(directory.resolve("server").toString(), ending));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PATH", pathPrefix + System.getenv("PATH"));
        builder.environment().put("XDG_CACHE_HOME", directory.resolve("cache").toString());
        return builder;
    }

    /** A copy of the class path, since another user may not see this user's repository. */
    private String readableClassPath() throws IOException {
        Path copies = directory.resolve("classpath");
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path from = Path.of(entry);
            Path to = copies.resolve(entries.size() + "-" + from.getFileName());
            entries.add(to.toString());
            if (!Files.exists(to) && Files.exists(from)) {
                copy(from, to);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> below = Files.walk(from)) {
            for (Path each : below.toList()) {
                Path copy = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(copy);
                } else {
                    Files.createDirectories(copy.toAbsolutePath().getParent());
                    Files.copy(each, copy);
                }
            }
        }
    }
}
