package bizops.cli.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that read what programs print, so that none of them waits for another. Owned by one thread. */
public final class Readers {
    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
    /** A program's own child may hold its output open for longer than the program lives. */
    private static final long PATIENCE_MILLIS = 5_000;

    private final List<Thread> threads = new ArrayList<>();

    /** What is done with the lines. */
    @FunctionalInterface
    public interface Work {
        void read(BufferedReader lines) throws IOException;
    }

    public void read(BufferedReader lines, Work work) {
        Thread thread = new Thread(
                () -> {
                    try (lines) {
                        work.read(lines);
                    } catch (IOException closed) {
                        LOG.debug("while reading a program's output", closed);
                    }
                },
                "read");
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    /** Waits until all have read everything. */
    public void await() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(PATIENCE_MILLIS);
        }
    }
}
