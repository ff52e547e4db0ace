package bizops.cli;

import bizops.singer.error.RemoteException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * What must not outlive this program: processes and the database server. Ended in reverse order, once, by the end of
 * the command or by a signal. Thread-safe.
 */
final class Children implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final Deque<Runnable> endings = new ArrayDeque<>();
    private boolean closed;

    /** A process to end: asked first, killed if it does not listen. */
    void add(Process process) {
        add(() -> end(process));
    }

    /** Something else to end, such as a server. */
    synchronized void add(Runnable ending) {
        if (closed) {
            ending.run();
            throw RemoteException.permanent("stopped by a signal", null);
        }
        endings.push(ending);
    }

    /** True once everything was told to end. */
    synchronized boolean closed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!endings.isEmpty()) {
            endings.pop().run();
        }
        notifyAll();
    }

    /** Waits until a signal has ended everything. */
    synchronized void awaitClosed() throws InterruptedException {
        while (!closed) {
            wait();
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
