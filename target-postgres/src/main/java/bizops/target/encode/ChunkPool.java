package bizops.target.encode;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Arrays for encoded rows, used again from batch to batch: a heap that stays as it is needs no collecting. The thread
 * that reads takes them, the thread that writes gives them back. Thread-safe.
 */
public final class ChunkPool {
    /** Size of one array in bytes. */
    static final int CHUNK = 32 * 1024;

    private final Queue<byte[]> free = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final int most;

    /** @param mostBytes how much to keep for later at most */
    public ChunkPool(long mostBytes) {
        this.most = Math.toIntExact(Math.min(Integer.MAX_VALUE, mostBytes / CHUNK));
    }

    byte[] take() {
        byte[] chunk = free.poll();
        if (chunk == null) {
            return new byte[CHUNK];
        }
        count.decrementAndGet();
        return chunk;
    }

    void give(byte[] chunk) {
        if (chunk.length == CHUNK && count.get() < most) {
            count.incrementAndGet();
            free.add(chunk);
        }
    }
}
