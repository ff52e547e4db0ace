package bizops.dist;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Programs joined by pipes of the operating system, as a shell joins them: {@code a | b | c}. What each says on standard
 * error and what the last one prints goes into files.
 */
public final class Pipeline {
    private final Path folder;
    private final List<Process> processes;

    private Pipeline(Path folder, List<Process> processes) {
        this.folder = folder;
        this.processes = processes;
    }

    /** Starts all; files of the run go into {@code folder}, which is made. */
    @SafeVarargs
    public static Pipeline start(Path folder, List<String>... commands) throws IOException {
        Files.createDirectories(folder);
        List<ProcessBuilder> stages = new ArrayList<>();
        for (List<String> command : commands) {
            stages.add(new ProcessBuilder(command)
                    .redirectError(log(folder, stages.size()).toFile()));
        }
        stages.get(0).redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
        stages.get(stages.size() - 1).redirectOutput(folder.resolve("output").toFile());
        return new Pipeline(folder, ProcessBuilder.startPipeline(stages));
    }

    /** Sends a signal, such as {@code INT}, to some stages at once. */
    public void signal(String name, int... stages) throws IOException, InterruptedException {
        List<String> kill = new ArrayList<>(List.of("kill", "-" + name));
        for (int stage : stages) {
            kill.add(Long.toString(processes.get(stage).pid()));
        }
        new ProcessBuilder(kill).start().waitFor();
    }

    /** Waits until all have ended. */
    public Pipeline await() throws InterruptedException {
        for (Process process : processes) {
            process.waitFor();
        }
        return this;
    }

    /** Waits until all have ended, but not longer than that; false if some have not. */
    public boolean await(Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        for (Process process : processes) {
            if (!process.waitFor(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        return true;
    }

    /** Waits until the last program has printed a line; an error if it ends without. */
    void awaitOutput() throws IOException, InterruptedException {
        while (output().isEmpty()) {
            if (!processes.get(processes.size() - 1).isAlive()) {
                throw new IOException("it ended before it printed anything; " + logs());
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    public int exit(int stage) {
        return processes.get(stage).exitValue();
    }

    /** What the stage said on standard error. */
    public String log(int stage) throws IOException {
        return Written.text(log(folder, stage));
    }

    /** The lines that the last program printed. */
    public List<String> output() throws IOException {
        return Written.text(folder.resolve("output")).lines().toList();
    }

    Optional<String> lastOutput() throws IOException {
        List<String> lines = output();
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
    }

    public String logs() throws IOException {
        StringBuilder logs = new StringBuilder();
        for (int stage = 0; stage < processes.size(); stage++) {
            logs.append("stage ").append(stage).append(":\n").append(log(stage));
        }
        return logs.toString();
    }

    private static Path log(Path folder, int stage) {
        return folder.resolve(stage + ".log");
    }
}
