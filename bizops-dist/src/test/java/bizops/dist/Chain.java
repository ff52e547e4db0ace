package bizops.dist;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of {@code tap | target} with a {@code tee} between them, so that what went over the pipe can be counted. The
 * operating system joins the three; nothing passes through this process.
 */
final class Chain {
    private static final Pattern RECORD_OF = Pattern.compile("^\\{\"type\":\"RECORD\",\"stream\":\"([^\"]+)\"");

    private static final Pattern RESENT = Pattern.compile("rows sent, ([0-9]+) of them again");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final List<Process> processes;

    private Chain(Path folder, List<Process> processes) {
        this.folder = folder;
        this.processes = processes;
    }

    /** Starts it; files of the run go into {@code folder}, which is made. */
    static Chain start(Path folder, Path tapConfig, Path catalog, Optional<Path> state, Path targetConfig)
            throws IOException {
        Files.createDirectories(folder);
        List<String> tap = new ArrayList<>(List.of(
                Tree.program("tap-salesforce").toString(),
                "--config",
                tapConfig.toString(),
                "--catalog",
                catalog.toString()));
        state.ifPresent(file -> tap.addAll(List.of("--state", file.toString())));
        ProcessBuilder from = new ProcessBuilder(tap)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectError(folder.resolve("tap.log").toFile());
        ProcessBuilder tee =
                new ProcessBuilder("tee", folder.resolve("messages").toString());
        ProcessBuilder to = new ProcessBuilder(
                        Tree.program("target-postgres").toString(), "--config", targetConfig.toString())
                .redirectOutput(folder.resolve("states").toFile())
                .redirectError(folder.resolve("target.log").toFile());
        return new Chain(folder, ProcessBuilder.startPipeline(List.of(from, tee, to)));
    }

    /** Waits until that many bytes went over the pipe; false if the run ended before. */
    boolean awaitBytes(long bytes) throws IOException, InterruptedException {
        while (sent() < bytes) {
            if (!target().isAlive()) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
        return true;
    }

    /** Ends the tap or the target as the kernel would for want of memory, and waits until the others have noticed. */
    void kill(Victim victim) throws InterruptedException {
        (victim == Victim.TAP ? tap() : target()).destroyForcibly();
        await();
    }

    void await() throws InterruptedException {
        for (Process process : processes) {
            process.waitFor();
        }
    }

    int tapExit() {
        return tap().exitValue();
    }

    int targetExit() {
        return target().exitValue();
    }

    /** Bytes that went over the pipe so far. */
    long sent() throws IOException {
        Path messages = folder.resolve("messages");
        return Files.exists(messages) ? Files.size(messages) : 0;
    }

    /** Complete RECORD lines that went over the pipe, by stream. */
    Map<String, Long> records() throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        for (String line : SentMessages.read(folder.resolve("messages")).lines()) {
            Matcher record = RECORD_OF.matcher(line);
            if (record.find()) {
                counts.merge(record.group(1), 1L, Long::sum);
            }
        }
        return counts;
    }

    /** The Id of every RECORD of a stream, in the order sent. */
    List<String> ids(String stream) throws IOException {
        List<String> ids = new ArrayList<>();
        for (String line : SentMessages.read(folder.resolve("messages")).lines()) {
            Matcher record = RECORD_OF.matcher(line);
            if (record.find() && record.group(1).equals(stream)) {
                ids.add(JSON.readTree(line).path("record").path("Id").asText());
            }
        }
        return ids;
    }

    /** The last STATE that the target acknowledged, if any. */
    Optional<String> lastState() throws IOException {
        List<String> states = Written.text(folder.resolve("states")).lines().toList();
        return states.isEmpty() ? Optional.empty() : Optional.of(states.get(states.size() - 1));
    }

    /** What the tap says it sent again because it lies before the bookmark, all streams together. */
    long resent() throws IOException {
        long resent = 0;
        Matcher line = RESENT.matcher(Written.text(folder.resolve("tap.log")));
        while (line.find()) {
            resent += Long.parseLong(line.group(1));
        }
        return resent;
    }

    String logs() throws IOException {
        return "tap:\n" + Written.text(folder.resolve("tap.log")) + "target:\n"
                + Written.text(folder.resolve("target.log"));
    }

    private Process tap() {
        return processes.get(0);
    }

    private Process target() {
        return processes.get(2);
    }

    /** Who is killed. */
    enum Victim {
        TAP,
        TARGET
    }
}
