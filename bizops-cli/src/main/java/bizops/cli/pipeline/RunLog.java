package bizops.cli.pipeline;

import bizops.singer.report.OneLine;
import bizops.singer.report.Redactor;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The log of one run: a folder with a file a step and one of the run itself; each line has its time (UTC), secrets are
 * blanked out. Thread-safe.
 */
final class RunLog implements AutoCloseable {
    /** The file of the run itself. */
    static final String RUN = "run";

    private final Path folder;
    private final Clock clock;
    private final Map<String, BufferedWriter> files = new HashMap<>();
    private Optional<String> failure = Optional.empty();

    private RunLog(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Makes the folder of a run; only its user may read it. */
    static RunLog make(Path logs, String runId, Clock clock) throws IOException {
        Path folder = logs.resolve(runId);
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return new RunLog(folder, clock);
    }

    /**
     * Writes a line at once, for those who follow the file. A disk that is full ends the log and not the run: whoever
     * stopped reading a program would stop the program.
     */
    synchronized void write(String step, String line) {
        if (failure.isPresent()) {
            return;
        }
        try {
            BufferedWriter file = files.get(step);
            if (file == null) {
                file = Files.newBufferedWriter(
                        folder.resolve(step + ".log"),
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
                files.put(step, file);
            }
            file.write(clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + OneLine.of(Redactor.redact(line)));
            file.newLine();
            file.flush();
        } catch (IOException full) {
            failure = Optional.of("the log in " + folder + " ends here: " + full.getMessage() + "; make room");
        }
    }

    /** Why the log is not whole. */
    synchronized Optional<String> failure() {
        return failure;
    }

    @Override
    public synchronized void close() throws IOException {
        for (BufferedWriter file : files.values()) {
            try {
                file.close();
            } catch (IOException full) {
                if (failure.isEmpty()) {
                    throw full;
                }
            }
        }
    }
}
