package bizops.sandbox.salesforce.bulk;

import bizops.sandbox.salesforce.data.RecordId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One Bulk v1 query job with its batches in order. Owned by the org's lock. */
public final class AsyncJob {
    /**
     * What the client asked for.
     *
     * @param chunkSize ids in a chunk, 0 without PK chunking
     */
    public record Order(String operation, String object, String contentType, String version, int chunkSize) {
        /** Whether batches are told and files are written in JSON, not in XML and CSV. */
        public boolean json() {
            return contentType.equals("JSON");
        }

        public boolean all() {
            return operation.equals("queryAll");
        }
    }

    private final String id;
    private final Order order;
    private final Instant created;
    private final Map<String, AsyncBatch> batches = new LinkedHashMap<>();
    private String state = "Open";

    AsyncJob(String id, Order order, Instant created) {
        this.id = id;
        this.order = order;
        this.created = created;
    }

    /** Adds what a client posted, or a chunk of it. */
    public AsyncBatch add(AsyncBatch.Work work, Instant now) {
        String batchId = RecordId.of("751", "Hu", RecordId.serial(id) * 10_000 + batches.size());
        AsyncBatch batch = new AsyncBatch(batchId, work, now);
        batches.put(batch.id(), batch);
        return batch;
    }

    /** Moves all batches on, since somebody looked; a split adds batches. */
    public void poll(Instant now) {
        for (AsyncBatch batch : List.copyOf(batches.values())) {
            batch.poll().forEach(chunk -> add(chunk, now));
        }
    }

    public @Nullable AsyncBatch batch(String batchId) {
        return batches.get(batchId);
    }

    public List<AsyncBatch> batches() {
        return new ArrayList<>(batches.values());
    }

    public int count(String batchState) {
        return (int) batches.values().stream()
                .filter(batch -> batch.state().equals(batchState))
                .count();
    }

    public String id() {
        return id;
    }

    public Order order() {
        return order;
    }

    public Instant created() {
        return created;
    }

    public String state() {
        return state;
    }

    /** {@code Closed} or {@code Aborted}. */
    public void end(String newState) {
        state = newState;
    }
}
