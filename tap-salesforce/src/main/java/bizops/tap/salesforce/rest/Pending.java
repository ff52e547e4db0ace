package bizops.tap.salesforce.rest;

import bizops.singer.error.RemoteException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * An answer that is fetched on a thread of its own while its owner does something else. What went wrong is told when the
 * answer is taken. One that nobody takes ends by itself.
 */
public final class Pending<T> {
    private final FutureTask<T> task;

    private Pending(FutureTask<T> task) {
        this.task = task;
    }

    static <T> Pending<T> begin(Callable<T> fetching) {
        FutureTask<T> task = new FutureTask<>(fetching);
        Thread thread = new Thread(task, "next-page");
        thread.setDaemon(true);
        thread.start();
        return new Pending<>(task);
    }

    /** The answer, waited for. */
    T take() {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw RemoteException.tryLater("the wait for the next page was interrupted", interrupted);
        }
    }
}
