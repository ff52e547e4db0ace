package bizops.dist.faults;

import bizops.dist.Pipeline;
import bizops.dist.Tree;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One {@code tap | target}, joined by the operating system. */
final class Attempt {
    private static final int TAP = 0;
    private static final int TARGET = 1;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Pipeline pipeline;

    private Attempt(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * Starts it.
     *
     * @param folder for its files; made
     * @param state where the tap goes on; empty at the beginning
     * @param told whether {@code --tap-state} says so to the target
     * @param classes class data of the target, which the first attempt writes and the others start with, in half the time
     */
    static Attempt start(
            Path folder,
            Map<String, Object> tap,
            Map<String, Object> target,
            Optional<String> state,
            boolean told,
            Path classes)
            throws IOException {
        Files.createDirectories(folder);
        Path script = Path.of("src", "test", "python", "two_streams_tap.py").toAbsolutePath();
        List<String> tapCommand = new ArrayList<>(List.of("python3", script.toString()));
        tapCommand.addAll(List.of("--config", file(folder, "tap.json", JSON.writeValueAsString(tap))));
        Path stateFile = Path.of(file(folder, "state.json", state.orElse("")));
        if (state.isPresent()) {
            tapCommand.addAll(List.of("--state", stateFile.toString()));
        }
        List<String> targetCommand = new ArrayList<>(List.of(
                "env",
                Files.exists(classes)
                        ? "BIZOPS_JAVA_OPTS=-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=4 -XX:SharedArchiveFile="
                                + classes
                        : "BIZOPS_WRITE_ARCHIVE=" + classes,
                Tree.program("target-postgres").toString()));
        targetCommand.addAll(List.of("--config", file(folder, "target.json", JSON.writeValueAsString(target))));
        if (told) {
            targetCommand.addAll(List.of("--tap-state", stateFile.toString()));
        }
        return new Attempt(Pipeline.start(folder, tapCommand, targetCommand));
    }

    private static String file(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    void killTap() throws IOException, InterruptedException {
        pipeline.signal("KILL", TAP);
    }

    void killTarget() throws IOException, InterruptedException {
        pipeline.signal("KILL", TARGET);
    }

    /** Stops the target or lets it go on. */
    void stopTarget(boolean stop) throws IOException, InterruptedException {
        pipeline.signal(stop ? "STOP" : "CONT", TARGET);
    }

    /** Waits until both have ended; an error if they do not. */
    void await() throws IOException, InterruptedException {
        if (!pipeline.await(PATIENCE)) {
            pipeline.signal("KILL", TAP, TARGET);
            pipeline.await();
            throw new IOException("it did not end within " + PATIENCE);
        }
    }

    boolean isWell() {
        return pipeline.exit(TAP) == 0 && targetExit() == 0;
    }

    int targetExit() {
        return pipeline.exit(TARGET);
    }

    String targetLog() throws IOException {
        return pipeline.log(TARGET);
    }

    String logs() throws IOException {
        return "exit codes " + pipeline.exit(TAP) + " and " + targetExit() + "\n" + pipeline.logs();
    }
}
