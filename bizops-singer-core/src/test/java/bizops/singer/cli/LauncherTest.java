package bizops.singer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.config.Secret;
import bizops.singer.error.ConfigException;
import bizops.singer.error.ExitCode;
import bizops.singer.error.InputException;
import bizops.singer.error.RemoteException;
import com.beust.jcommander.Parameter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void runsTheCommandWithItsParameters() {
        assertThat(launch(hello(), "greet", "--name", "Ada")).isEqualTo(ExitCode.OK);
        assertThat(text(out)).isEqualTo("hello Ada\n");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void anUnknownOptionIsOneLineWithTheNearestKnownOneAndCode2() {
        assertThat(launch(hello(), "greet", "--nmae", "Ada")).isEqualTo(ExitCode.USAGE);
        assertThat(text(err))
                .isEqualTo("CRITICAL hello: unknown option --nmae; did you mean --name?; see hello --help\n");
    }

    @Test
    void anUnknownCommandIsNamed() {
        assertThat(launch(hello(), "great")).isEqualTo(ExitCode.USAGE);
        assertThat(text(err)).contains("unknown command great; did you mean greet?");
    }

    @Test
    void noCommandListsThem() {
        assertThat(launch(hello())).isEqualTo(ExitCode.USAGE);
        assertThat(text(err)).contains("one of greet");
    }

    @Test
    void helpAndVersionNeedNothingElse() {
        assertThat(launch(hello(), "--help")).isEqualTo(ExitCode.OK);
        assertThat(text(out)).contains("greets people").contains("greet").contains("--debug");
        out.reset();
        assertThat(launch(hello(), "--version")).isEqualTo(ExitCode.OK);
        assertThat(text(out)).startsWith("hello v");
    }

    @Test
    void everyConfigProblemIsALine() {
        Program program = failing(new ConfigException(List.of("'a' is wrong", "'b' is wrong")));

        assertThat(launch(program)).isEqualTo(ExitCode.FAILURE);
        assertThat(text(err)).isEqualTo("CRITICAL fail: 'a' is wrong\nCRITICAL fail: 'b' is wrong\n");
    }

    @Test
    void aPathThatCannotBeIsNamedAndNoInternalError() {
        Program program = Program.of(
                "open",
                "opens a file",
                terminal -> terminal.print(Path.of("a\0b").toString()));

        assertThat(launch(program)).isEqualTo(ExitCode.FAILURE);
        assertThat(text(err))
                .startsWith("CRITICAL open: \"a")
                .contains("b\" is no path here (Nul character not allowed); correct it")
                .hasLineCount(1);
    }

    @Test
    void whatTheFileSystemRefusesIsNoInternalError(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(launch(Program.of("make", "makes", terminal -> Files.createDirectories(file))))
                .isEqualTo(ExitCode.FAILURE);
        assertThat(launch(Program.of(
                        "read", "reads", terminal -> terminal.print(Files.readString(folder.resolve("no"))))))
                .isEqualTo(ExitCode.FAILURE);

        assertThat(text(err).lines())
                .containsExactly(
                        "CRITICAL make: file " + file
                                + ": another file is in its place; move that one, or name another place",
                        "CRITICAL read: file " + folder.resolve("no") + ": there is no such file, or its folder is not"
                                + " there and cannot be made; correct the path");
    }

    @Test
    void whatAnErrorQuotesIsNeitherASecondLineNorObeyedByATerminal() {
        launch(failing(new InputException("field \"a\r\nCRITICAL b\u001b[2J\u007f\u009b\" is é")));

        assertThat(text(err)).isEqualTo("CRITICAL fail: field \"a  CRITICAL b [2J  \" is é\n");
    }

    @Test
    void anErrorFixesTheExitCodeAndShowsNoTraceUnlessAsked() {
        Program program = failing(RemoteException.tryLater("quota spent", null));

        assertThat(launch(program)).isEqualTo(ExitCode.TRY_LATER);
        assertThat(text(err)).isEqualTo("CRITICAL fail: quota spent\n");
        err.reset();
        assertThat(launch(program, "--debug")).isEqualTo(ExitCode.TRY_LATER);
        assertThat(text(err)).contains("\tat ");
    }

    @Test
    void aSecretNeverReachesTheErrorLine() {
        Secret secret = new Secret("s3cr3t-value");

        launch(failing(new ConfigException("server said: bad key " + secret.reveal())), "--debug");

        assertThat(text(err)).contains("bad key ***").doesNotContain("s3cr3t-value");
    }

    @Test
    void aDefectSaysSoWithoutATrace() {
        Command broken = terminal -> {
            throw new IllegalStateException("oops");
        };

        assertThat(launch(Program.of("fail", "fails", broken))).isEqualTo(ExitCode.FAILURE);
        assertThat(text(err)).startsWith("CRITICAL fail: internal error:").doesNotContain("\tat ");
    }

    @Test
    void aClosedPipeIsAWarningAndAFailure() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        ExitCode code = Launcher.run(hello(), terminal(closed), List.of("greet", "--name", "Ada"));

        assertThat(code).isEqualTo(ExitCode.FAILURE);
        assertThat(text(err))
                .isEqualTo(
                        "WARNING hello: consumer closed the output; its own log says why, run again when that is mended\n");
    }

    private static final class Greet implements Command {
        @Parameter(names = "--name", description = "whom to greet")
        private String name = "world";

        @Override
        public void run(Terminal terminal) throws IOException {
            terminal.print("hello " + name);
        }
    }

    private static Program hello() {
        return Program.named("hello", "greets people").with("greet", new Greet());
    }

    private static Program failing(RuntimeException failure) {
        return Program.of("fail", "fails", terminal -> {
            throw failure;
        });
    }

    private ExitCode launch(Program program, String... arguments) {
        return Launcher.run(program, terminal(out), List.of(arguments));
    }

    private Terminal terminal(OutputStream stdout) {
        return new Terminal(
                InputStream.nullInputStream(), stdout, new PrintStream(err, true, StandardCharsets.UTF_8), Map.of());
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
