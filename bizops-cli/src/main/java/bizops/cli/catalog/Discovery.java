package bizops.cli.catalog;

import bizops.cli.process.ErrorOutput;
import bizops.cli.process.Readers;
import bizops.singer.error.ProgramException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks a tap what there is. Made for one question; {@link #stop} is thread-safe. */
public final class Discovery {
    private final String name;
    private final Consumer<String> log;
    private @Nullable Process running;
    private boolean stopped;

    /** @param name of the program, for messages */
    public Discovery(String name, Consumer<String> log) {
        this.name = name;
        this.log = log;
    }

    /** Ends the tap; called from another thread. */
    public synchronized void stop() {
        stopped = true;
        if (running != null) {
            // Process.destroy would close what is still to be read.
            boolean unused = running.toHandle().destroy();
        }
    }

    private synchronized Process begin(ProcessBuilder tap) throws IOException {
        Process process = tap.start();
        running = process;
        if (stopped) {
            boolean unused = process.toHandle().destroy();
        }
        return process;
    }

    /**
     * Runs the tap with {@code --discover}.
     *
     * @param tap with all other arguments
     * @throws ProgramException with the tap's own code and reason
     */
    public JsonNode run(ProcessBuilder tap) throws IOException, InterruptedException {
        tap.command().add("--discover");
        Process process =
                begin(tap.redirectInput(Redirect.from(Path.of("/dev/null").toFile())));
        ErrorOutput errors = new ErrorOutput(name, log);
        Readers readers = new Readers();
        readers.read(process.errorReader(), errors::passOn);
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        readers.await();
        if (exit != 0) {
            throw new ProgramException(
                    exit,
                    name + " --discover ended with " + exit
                            + errors.reason().map(line -> ": " + line).orElse(""));
        }
        return CatalogFile.parse(printed, name + " --discover");
    }
}
