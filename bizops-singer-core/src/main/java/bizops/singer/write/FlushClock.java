package bizops.singer.write;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs one action at a steady pace on a daemon thread of its own, from the first {@link #start} on. Thread-safe. */
final class FlushClock implements AutoCloseable {
    private final Duration pace;
    private final Runnable action;
    private @Nullable ScheduledExecutorService thread;

    FlushClock(Duration pace, Runnable action) {
        this.pace = pace;
        this.action = action;
    }

    /** Starts the clock if it does not run. */
    synchronized void start() {
        if (thread == null) {
            thread = new ScheduledThreadPoolExecutor(1, task -> {
                Thread daemon = new Thread(task, "message-flush");
                daemon.setDaemon(true);
                return daemon;
            });
            var unused = thread.scheduleWithFixedDelay(action, pace.toMillis(), pace.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.shutdownNow();
        }
    }
}
