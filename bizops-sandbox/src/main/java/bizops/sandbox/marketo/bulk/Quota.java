package bizops.sandbox.marketo.bulk;

import bizops.sandbox.marketo.wire.Limits;
import bizops.sandbox.marketo.wire.MarketoException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/** The bytes of files made in a day of Chicago, over all kinds and users. */
final class Quota {
    private static final ZoneId CENTRAL = ZoneId.of("America/Chicago");
    private static final long MEGABYTE = 1024 * 1024;

    private final Limits limits;
    private final JobQueue queue;

    Quota(Limits limits, JobQueue queue) {
        this.limits = limits;
        this.queue = queue;
    }

    /** Refuses a job when the day's bytes are used up. */
    void check(boolean reached, Instant now) {
        long allowed = limits.get(Limits.BYTES_A_DAY);
        if (reached || used(now) >= allowed) {
            throw new MarketoException("1029", "Export daily quota " + allowed / MEGABYTE + "MB exceeded.");
        }
    }

    private long used(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, CENTRAL);
        return queue.all().stream()
                .filter(job -> job.finishedAt() != null && today.equals(LocalDate.ofInstant(job.finishedAt(), CENTRAL)))
                .map(Job::result)
                .filter(Objects::nonNull)
                .mapToLong(Job.Result::size)
                .sum();
    }
}
