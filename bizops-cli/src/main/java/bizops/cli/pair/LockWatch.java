package bizops.cli.pair;

import bizops.cli.store.Store;
import bizops.singer.error.LoadException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Sees to it that a run never goes on for long without its lock. Owned by the thread that waits for the programs. */
public final class LockWatch {
    private static final long EVERY = Duration.ofSeconds(15).toNanos();
    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

    private final Store store;
    private final Consumer<String> errors;
    private long seenAt = System.nanoTime();
    private long lookedAt = System.nanoTime();
    private Optional<String> reason = Optional.empty();

    public LockWatch(Store store, Consumer<String> errors) {
        this.store = store;
        this.errors = errors;
    }

    /** Looks now and then; true once if the connection, and with it the lock, could not be had again for a minute. */
    public boolean isLost() {
        long now = System.nanoTime();
        if (reason.isPresent() || now - lookedAt < EVERY) {
            return false;
        }
        lookedAt = now;
        try {
            if (!store.isAlive()) {
                store.reconnect();
                errors.accept("WARNING bizops: the connection that holds the lock was lost and is back");
            }
            seenAt = System.nanoTime();
            return false;
        } catch (LoadException refused) {
            if (System.nanoTime() - seenAt > PATIENCE) {
                reason = Optional.of("the run was stopped, because its lock is lost: " + refused.getMessage());
                return true;
            }
            return false;
        }
    }

    /** Why the run had to be stopped. */
    public Optional<String> reason() {
        return reason;
    }
}
