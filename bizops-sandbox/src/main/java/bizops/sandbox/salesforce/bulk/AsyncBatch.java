package bizops.sandbox.salesforce.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One batch of a Bulk v1 job: queued, at work when looked at, then done, failed or split. Owned by the org's lock. */
public final class AsyncBatch {
    private static final int POLLS = 2;

    /**
     * What a batch does.
     *
     * @param result runs the query; null for a batch that is only split
     * @param split the chunks that take its place, empty for a batch that is run itself
     * @param failure why it fails, null if it does not
     */
    public record Work(
            @Nullable Supplier<ResultSet> result,
            List<Work> split,
            @Nullable String failure) {
        public static Work query(Supplier<ResultSet> result) {
            return new Work(result, List.of(), null);
        }

        public static Work split(List<Work> chunks) {
            return new Work(null, chunks, null);
        }

        public static Work failing(String why) {
            return new Work(null, List.of(), why);
        }
    }

    private final String id;
    private final Work work;
    private final Instant created;
    private String state = "Queued";
    private int polls;
    private @Nullable ResultSet result;

    AsyncBatch(String id, Work work, Instant created) {
        this.id = id;
        this.work = work;
        this.created = created;
    }

    /** Moves on; answers the batches that take its place. */
    List<Work> poll() {
        if (!state.equals("Queued") && !state.equals("InProgress")) {
            return List.of();
        }
        if (!work.split().isEmpty()) {
            state = "NotProcessed";
            return work.split();
        }
        state = "InProgress";
        if (++polls >= POLLS) {
            if (work.failure() != null) {
                state = "Failed";
            } else {
                result = Objects.requireNonNull(work.result()).get();
                state = "Completed";
            }
        }
        return List.of();
    }

    public String id() {
        return id;
    }

    public Instant created() {
        return created;
    }

    public String state() {
        return state;
    }

    /** Why it failed, or null. */
    public @Nullable String failure() {
        return state.equals("Failed") ? work.failure() : null;
    }

    /** Its rows, null unless it is completed. */
    public @Nullable ResultSet result() {
        return result;
    }

    public int processed() {
        return result == null ? 0 : result.size();
    }
}
