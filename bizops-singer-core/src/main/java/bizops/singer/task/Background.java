package bizops.singer.task;

import bizops.singer.error.RemoteException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Work on a thread of its own, which keeps no process alive. What goes wrong there is thrown where the result is taken, as
 * it was thrown. A result that nobody takes is discarded once the work is abandoned. Owned by one thread.
 */
public final class Background<T> implements AutoCloseable {
    private final String name;
    private final Consumer<? super T> discard;
    private final FutureTask<T> task;
    private final Thread thread;
    private @Nullable T waiting;
    private boolean abandoned;

    private Background(String name, Callable<T> work, Consumer<? super T> discard) {
        this.name = name;
        this.discard = discard;
        this.task = new FutureTask<>(() -> arrived(work.call()));
        this.thread = new Thread(task, name);
        thread.setDaemon(true);
    }

    /** Begins work whose result needs no care. */
    public static <T> Background<T> begin(String name, Callable<T> work) {
        return begin(name, work, result -> {});
    }

    /**
     * Begins at once.
     *
     * @param name what is done, as the thread's name and in messages, such as {@code read-rows}
     * @param discard what becomes of a result that nobody takes; called on either thread
     */
    public static <T> Background<T> begin(String name, Callable<T> work, Consumer<? super T> discard) {
        Background<T> begun = new Background<>(name, work, discard);
        begun.thread.start();
        return begun;
    }

    /** The result, waited for; work that throws checked exceptions is taken with {@link #result(Class)}. */
    public T result() {
        return result(RuntimeException.class);
    }

    /**
     * The result, waited for.
     *
     * @param checked what the work may throw beside unchecked exceptions
     */
    public <X extends Exception> T result(Class<X> checked) throws X {
        try {
            T result = task.get();
            synchronized (this) {
                waiting = null;
            }
            return result;
        } catch (ExecutionException failed) {
            Throwable why = failed.getCause();
            if (checked.isInstance(why)) {
                throw checked.cast(why);
            }
            if (why instanceof RuntimeException known) {
                throw known;
            }
            if (why instanceof Error fatal) {
                throw fatal;
            }
            throw new IllegalStateException(why);
        } catch (InterruptedException stopped) {
            throw interrupted(name, stopped);
        }
    }

    /** Asks the work to stop by an interrupt, without waiting for that; its result is discarded, now or when it comes. */
    public void abandon() {
        @Nullable T left;
        synchronized (this) {
            abandoned = true;
            left = waiting;
            waiting = null;
        }
        thread.interrupt();
        if (left != null) {
            discard.accept(left);
        }
    }

    /** Waits so long at most for an end of the thread. */
    public void awaitEnd(Duration most) {
        try {
            thread.join(most.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Abandons the work and waits until its thread is gone: for work that only computes, reads files or waits. */
    @Override
    public void close() {
        abandon();
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

    /** How a wait for another thread ends when the thread that waits is asked to stop. */
    public static RemoteException interrupted(String name, InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return RemoteException.tryLater("waiting for \"" + name + "\" was interrupted; run again later", stopped);
    }

    private T arrived(T result) {
        synchronized (this) {
            if (!abandoned) {
                waiting = result;
                return result;
            }
        }
        discard.accept(result);
        throw new CancellationException(name + " was abandoned");
    }
}
