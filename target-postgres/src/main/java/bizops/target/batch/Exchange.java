package bizops.target.batch;

import bizops.target.encode.ChunkPool;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Where two threads meet: one fills a batch while the other writes the batch before it. So memory holds two batches at
 * most, and a batch that is old enough is taken even while no message comes. Thread-safe.
 */
public final class Exchange {
    /** The first batches are small, so that the server has work while the program is still warming up. */
    private static final long FIRST_BYTES = 2 << 20;

    private static final int GROWTH = 4;

    private final BatchLimits limits;
    private BatchLimits limitsNow;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition toWrite = lock.newCondition();
    private final Condition written = lock.newCondition();

    private final ChunkPool pool;
    private Batch filling;
    private @Nullable Batch taken;
    private @Nullable Batch closed;
    private boolean writing;
    private boolean ended;
    private @Nullable Exception failure;

    public Exchange(BatchLimits limits) {
        this.limits = limits;
        this.limitsNow = limits.ofBytes(FIRST_BYTES);
        this.pool = new ChunkPool(2 * limits.bytes());
        this.filling = new Batch(pool);
    }

    /** Adds to the batch that is being filled; runs undisturbed by the other thread. */
    public interface Filling<E extends Exception> {
        void fill(Batch batch) throws E;
    }

    /**
     * Lets the reading thread add one message. Waits while the batch is full and the one before is still being written.
     *
     * @return false if nothing more is taken, because the run is to end
     */
    public <E extends Exception> boolean fill(Filling<E> filling) throws E {
        lock.lock();
        try {
            if (ended) {
                return false;
            }
            boolean wasEmpty = this.filling.isEmpty();
            boolean hadState = this.filling.state().isPresent();
            filling.fill(this.filling);
            boolean stateCame = !hadState && this.filling.state().isPresent();
            if (this.filling.isFull(limitsNow)) {
                hand();
            } else if ((wasEmpty && !this.filling.isEmpty()) || stateCame) {
                toWrite.signal();
            }
            return !ended;
        } finally {
            lock.unlock();
        }
    }

    /** Hands the batch over if a STATE came when it is nearly full: called after a STATE was added. */
    public void boundary() {
        lock.lock();
        try {
            if (!ended && filling.isNearlyFull(limitsNow)) {
                hand();
            }
        } finally {
            lock.unlock();
        }
    }

    /** No more messages will come; what came is written. The failure, if there is one, is told after that. */
    public void end(@Nullable Exception reason) {
        lock.lock();
        try {
            if (!ended) {
                ended = true;
                failure = reason;
            }
            toWrite.signal();
            written.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next batch to write, for the writing thread; the one it took before counts as written. Waits for one that is
     * full, or old enough, or the last.
     *
     * @return empty when all is written and no more will come
     */
    public Optional<Batch> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            writing = false;
            written.signal();
            if (taken != null) {
                taken.release();
                taken = null;
            }
            while (closed == null) {
                long left = ended ? 0 : filling.nanosLeft(limits);
                if (left <= 0 && filling.isEmpty()) {
                    return Optional.empty();
                }
                if (left <= 0) {
                    close();
                } else if (left == Long.MAX_VALUE) {
                    toWrite.await();
                } else {
                    long unused = toWrite.awaitNanos(left);
                }
            }
            Batch batch = closed;
            closed = null;
            taken = batch;
            writing = true;
            return Optional.of(batch);
        } finally {
            lock.unlock();
        }
    }

    /** Why the reading thread ended early; empty if it did not. */
    public Optional<Exception> failure() {
        lock.lock();
        try {
            return Optional.ofNullable(failure);
        } finally {
            lock.unlock();
        }
    }

    /** How long a stop may take is the caller's affair; this waits that long for the last batch to be written. */
    public boolean awaitWritten(long time, TimeUnit unit) throws InterruptedException {
        long left = unit.toNanos(time);
        lock.lockInterruptibly();
        try {
            while (writing || closed != null || !filling.isEmpty()) {
                if (left <= 0) {
                    return false;
                }
                left = written.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void hand() {
        while ((closed != null || writing) && !ended) {
            written.awaitUninterruptibly();
        }
        if (!ended) {
            close();
            toWrite.signal();
        }
    }

    private void close() {
        closed = filling;
        limitsNow = limits.ofBytes(limitsNow.bytes() * GROWTH);
        filling = new Batch(pool);
    }
}
