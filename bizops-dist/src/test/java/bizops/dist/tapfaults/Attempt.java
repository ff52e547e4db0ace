package bizops.dist.tapfaults;

import bizops.dist.Pipeline;
import bizops.dist.Tree;
import bizops.dist.Written;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** One {@code tap | tee | target}, joined by the operating system. */
final class Attempt {
    static final int TAP = 0;
    static final int TARGET = 2;

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern STREAM_DONE =
            Pattern.compile("\"metric\":\"sync_duration\".*\"status\":\"succeeded\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Pipeline pipeline;
    private final Path folder;
    private final int streams;

    private Attempt(Pipeline pipeline, Path folder, int streams) {
        this.pipeline = pipeline;
        this.folder = folder;
        this.streams = streams;
    }

    /**
     * Starts it.
     *
     * @param folder for its files; made
     * @param catalog that selects the streams
     * @param state where the tap goes on; empty at the beginning
     * @param calm whether nothing will strike it, so that the programs may write the class data that others start with
     */
    static Attempt start(
            Path folder,
            Setting setting,
            Vendor vendor,
            Path catalog,
            Map<String, Object> tap,
            Map<String, Object> target,
            Optional<String> state,
            boolean calm)
            throws IOException {
        Files.createDirectories(folder);
        List<String> from = program(vendor.tap(), setting, calm);
        from.addAll(List.of("--config", file(folder, "tap.json", JSON.writeValueAsString(tap))));
        from.addAll(List.of("--catalog", catalog.toString()));
        if (state.isPresent()) {
            from.addAll(List.of("--state", file(folder, "state.json", state.get())));
        }
        List<String> to = program("target-postgres", setting, calm);
        to.addAll(List.of("--config", file(folder, "target.json", JSON.writeValueAsString(target))));
        List<String> tee = List.of("tee", folder.resolve("messages").toString());
        return new Attempt(
                Pipeline.start(folder, from, tee, to), folder, vendor.streams().size());
    }

    private static List<String> program(String name, Setting setting, boolean calm) {
        Path archive = setting.classes(name);
        List<String> command = new ArrayList<>(List.of("env"));
        if (Files.exists(archive)) {
            command.add("BIZOPS_JAVA_OPTS=-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=4 -XX:SharedArchiveFile="
                    + archive);
        } else if (calm) {
            command.add("BIZOPS_WRITE_ARCHIVE=" + archive);
        }
        command.add(Tree.program(name).toString());
        return command;
    }

    private static String file(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** Waits for more commits than that; false if the load ended before. */
    boolean awaitCommits(int more) throws IOException, InterruptedException {
        while (commits() <= more) {
            if (pipeline.await(Duration.ofMillis(1))) {
                return commits() > more;
            }
        }
        return true;
    }

    void kill(Kill kill) throws IOException, InterruptedException {
        TimeUnit.MILLISECONDS.sleep(kill.millis());
        pipeline.signal("KILL", kill.stage());
    }

    /** Waits until all have ended; an error if they do not. */
    void await() throws IOException, InterruptedException {
        if (!pipeline.await(PATIENCE)) {
            pipeline.signal("KILL", TAP, TARGET);
            pipeline.await();
            throw new IOException("it did not end within " + PATIENCE + "; " + ends());
        }
    }

    /** How many STATEs the target has acknowledged. */
    int commits() throws IOException {
        return pipeline.output().size();
    }

    int exit(int stage) {
        return pipeline.exit(stage);
    }

    String tapLog() throws IOException {
        return pipeline.log(TAP);
    }

    /** Whether the tap read every stream to its end, and its last STATE is acknowledged. */
    boolean isComplete() throws IOException {
        List<String> acknowledged = pipeline.output();
        List<String> sent = Written.text(folder.resolve("messages")).lines().toList();
        boolean read = tapLog().lines()
                        .filter(line -> STREAM_DONE.matcher(line).find())
                        .count()
                == streams;
        return read
                && !acknowledged.isEmpty()
                && sent.get(sent.size() - 1).contains(acknowledged.get(acknowledged.size() - 1));
    }

    /** How both ended, and the last lines that they said. */
    String ends() throws IOException {
        return "tap " + exit(TAP) + ": " + last(pipeline.log(TAP)) + "; target " + exit(TARGET) + ": "
                + last(pipeline.log(TARGET)) + "; files in " + folder;
    }

    private static String last(String log) {
        List<String> lines =
                log.lines().filter(line -> !line.startsWith("INFO METRIC")).toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }
}
