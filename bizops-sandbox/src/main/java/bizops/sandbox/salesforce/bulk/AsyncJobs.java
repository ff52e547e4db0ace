package bizops.sandbox.salesforce.bulk;

import bizops.sandbox.salesforce.data.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Bulk v1 jobs of the last seven days, and the batches of the last day. Owned by the org's lock. */
public final class AsyncJobs {
    /** Batches of one day. */
    public static final int MOST_BATCHES_A_DAY = 15_000;

    private static final Duration LIFE = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);

    private final Map<String, AsyncJob> jobs = new HashMap<>();
    private final RollingCount batches = new RollingCount(DAY);
    private long serial;

    public AsyncJob create(AsyncJob.Order order, Instant now) {
        AsyncJob job = new AsyncJob(RecordId.of("750", "Hu", 1_000_000_000L + ++serial * 7919), order, now);
        jobs.put(RecordId.shortForm(job.id()), job);
        return job;
    }

    /** The job with this 15 or 18 character id, null if there is none or it is older than seven days. */
    public @Nullable AsyncJob find(String id, Instant now) {
        AsyncJob job = jobs.get(RecordId.shortForm(id));
        return job == null || job.created().plus(LIFE).isBefore(now) ? null : job;
    }

    public void countBatch(Instant now) {
        batches.add(now);
    }

    /** Batches of the last 24 hours. */
    public int batchesInADay(Instant now) {
        return batches.at(now);
    }
}
