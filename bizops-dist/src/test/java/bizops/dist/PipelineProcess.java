package bizops.dist;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@code bizops run} that is at work. */
final class PipelineProcess {
    private final Process process;
    private final Path log;

    private PipelineProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static PipelineProcess start(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Tree.program("bizops").toString(), "run"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(log.toFile())
                .start();
        // Also when a test fails before it has ended.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "run-stop"));
        return new PipelineProcess(process, log);
    }

    /** Sends it SIGTERM. */
    void stop() {
        process.destroy();
    }

    /** Ends it, and not its programs, as the kernel would for want of memory. */
    void kill() {
        process.destroyForcibly();
    }

    /** Ends one of its programs as the kernel would for want of memory. */
    void kill(String program) {
        ProcessHandle victim = process.descendants()
                .filter(child -> child.info().commandLine().orElse("").contains(program))
                .findFirst()
                .orElseThrow();
        if (!victim.destroyForcibly()) {
            throw new IllegalStateException("cannot kill " + program);
        }
    }

    /** Its exit code, once it has ended. */
    int await() throws InterruptedException, IOException {
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not end; " + log());
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String log() throws IOException {
        return Written.text(log);
    }
}
