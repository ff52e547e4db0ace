package bizops.tap.zuora.file;

import bizops.singer.error.RemoteException;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work on a thread of its own that waits or reads files, so that an interrupt ends it. What went wrong there is told where
 * the result is taken. Owned by the thread that began it and that must close it.
 */
final class Background<T> implements AutoCloseable {
    private final FutureTask<T> task;
    private final Thread thread;

    private Background(FutureTask<T> task, Thread thread) {
        this.task = task;
        this.thread = thread;
    }

    /** Begins at once; the thread keeps no process alive. */
    static <T> Background<T> begin(String name, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return new Background<>(task, thread);
    }

    /** The result, waited for. */
    T result() throws IOException {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException known) {
                throw known;
            }
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            if (failed.getCause() instanceof Error fatal) {
                throw fatal;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    /** Breaks the work off if it is not done, and waits until its thread is gone. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** How a wait for the other thread ends when its own is asked to stop. */
    static RemoteException interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return RemoteException.tryLater("reading a result file was interrupted; run again later", stopped);
    }
}
