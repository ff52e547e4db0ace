package bizops.dist.tapfaults;

import bizops.dist.Pipeline;
import bizops.dist.Written;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** What anybody on the machine can read of running programs, as {@code ps} shows it. */
final class CommandLines {
    private CommandLines() {}

    /** Waits for the end of a pipeline and gives the command lines that all our children had meanwhile. */
    static Set<String> whileRunning(Pipeline pipeline) throws IOException, InterruptedException {
        Set<String> seen = new TreeSet<>();
        do {
            for (ProcessHandle child : ProcessHandle.current().descendants().toList()) {
                Path file = Path.of("/proc", Long.toString(child.pid()), "cmdline");
                try {
                    seen.add(Written.text(file).replace('\0', ' '));
                } catch (IOException ended) {
                    seen.add(child.info().commandLine().orElse(""));
                }
            }
        } while (!pipeline.await(Duration.ofMillis(50)));
        return seen;
    }
}
