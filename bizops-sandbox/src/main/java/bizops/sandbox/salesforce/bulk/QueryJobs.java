package bizops.sandbox.salesforce.bulk;

import bizops.sandbox.salesforce.data.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The query jobs of the last seven days. Owned by the org's lock. */
public final class QueryJobs {
    /** Jobs of one day. */
    public static final int MOST_A_DAY = 10_000;

    private static final Duration LIFE = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);

    private final Map<String, QueryJob> jobs = new LinkedHashMap<>();
    private final RollingCount created = new RollingCount(DAY);
    private long serial;

    public QueryJob create(QueryJob.Order order, Instant now, QueryJob.Fate fate) {
        created.add(now);
        QueryJob job = new QueryJob(RecordId.of("750", "Hu", 2_000_000_000L + ++serial * 104_729), order, now, fate);
        jobs.put(job.id(), job);
        return job;
    }

    /** The job with this 15 or 18 character id, null if there is none or it is older than seven days. */
    public @Nullable QueryJob find(String id, Instant now) {
        jobs.values().removeIf(job -> job.created().plus(LIFE).isBefore(now));
        String shortId = RecordId.shortForm(id);
        return jobs.values().stream()
                .filter(job -> RecordId.shortForm(job.id()).equals(shortId))
                .findFirst()
                .orElse(null);
    }

    public void delete(QueryJob job) {
        jobs.remove(job.id());
    }

    /** All jobs, the newest first. */
    public List<QueryJob> list(Instant now) {
        var unused = find("", now);
        List<QueryJob> list = new java.util.ArrayList<>(jobs.values());
        java.util.Collections.reverse(list);
        return list;
    }

    /** Jobs created in the last 24 hours, the deleted ones too. */
    public int createdInADay(Instant now) {
        return created.at(now);
    }
}
