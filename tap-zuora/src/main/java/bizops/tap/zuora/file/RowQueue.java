package bizops.tap.zuora.file;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Batches of rows in order, from one thread to one other. What is in it or with the taker takes no more memory than its
 * bound and one batch. Thread-safe.
 */
final class RowQueue {
    /** Few enough that rows die young: some millions under way outlive collections, and full ones follow each other. */
    private static final long MOST_CHARACTERS = 150_000;

    private final Deque<RowBatch> waiting = new ArrayDeque<>();
    private @Nullable RowBatch taken;
    private long characters;
    private boolean ended;

    /** Waits behind a batch until there is room for another, so that a very large one stands alone. */
    synchronized void put(RowBatch batch) throws InterruptedException {
        waiting.addLast(batch);
        characters += batch.size();
        notifyAll();
        while (characters > MOST_CHARACTERS) {
            wait();
        }
    }

    /** Says that nothing follows, because all came or because something failed. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** The next batch, waited for; empty at the end. The one taken before is done with. */
    synchronized Optional<RowBatch> take() throws InterruptedException {
        if (taken != null) {
            characters -= taken.size();
            taken = null;
            notifyAll();
        }
        while (waiting.isEmpty() && !ended) {
            wait();
        }
        taken = waiting.pollFirst();
        return Optional.ofNullable(taken);
    }
}
