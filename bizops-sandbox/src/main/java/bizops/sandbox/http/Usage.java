package bizops.sandbox.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request log and its counters; thread-safe. Holds no tokens and no bodies. */
public final class Usage {
    private static final int KEPT = 10_000;

    /**
     * One request.
     *
     * @param query the SOQL asked for, null if none
     * @param counted whether it counts as an API call
     */
    public record Entry(
            int number,
            String method,
            String path,
            @Nullable String query,
            @Nullable String object,
            int status,
            int bytes,
            boolean counted) {}

    private final Deque<Entry> entries = new ArrayDeque<>();
    private int requests;
    private int calls;
    private long bytes;

    public synchronized void add(Call call, @Nullable String object, Reply reply, boolean counted) {
        requests++;
        int size = (int) Math.max(0, reply.body().length());
        bytes += size;
        entries.addLast(new Entry(
                requests, call.method(), call.path(), call.query().get("q"), object, reply.status(), size, counted));
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
    }

    /** Counts one API call and gives the number so far. */
    public synchronized int count() {
        return ++calls;
    }

    public synchronized int calls() {
        return calls;
    }

    public synchronized int requests() {
        return requests;
    }

    /** Bytes of reply bodies before compression. */
    public synchronized long bytes() {
        return bytes;
    }

    /** The last ten thousand requests, oldest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    public synchronized void reset() {
        entries.clear();
        requests = 0;
        calls = 0;
        bytes = 0;
    }
}
