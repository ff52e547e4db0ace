package bizops.report.own;

import bizops.report.cli.ServeCommand;
import bizops.singer.cli.Launcher;
import bizops.singer.cli.Program;
import bizops.singer.cli.Terminal;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The command {@code serve} on a thread of its own. */
final class Served implements AutoCloseable {
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    private final Thread command;
    private final URI address;

    /** Waits until it says where it is. */
    Served(Path project, Path config) throws IOException {
        PipedOutputStream stdout = new PipedOutputStream();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(new PipedInputStream(stdout), StandardCharsets.UTF_8));
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(), stdout, new PrintStream(stderr, true, StandardCharsets.UTF_8), Map.of());
        Program program = Program.named("bizops-report", "Serves").with("serve", new ServeCommand());
        List<String> line =
                List.of("serve", "--project", project.toString(), "--config", config.toString(), "--port", "0");
        this.command = new Thread(() -> Launcher.run(program, terminal, line), "serve");
        command.start();
        this.address = URI.create(Objects.requireNonNull(lines.readLine()));
    }

    URI page(String name) {
        return address.resolve(name);
    }

    List<String> log() {
        return stderr.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** As a signal ends it. */
    @Override
    public void close() {
        command.interrupt();
        boolean interrupted = false;
        while (command.isAlive()) {
            try {
                command.join();
            } catch (InterruptedException impatient) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
