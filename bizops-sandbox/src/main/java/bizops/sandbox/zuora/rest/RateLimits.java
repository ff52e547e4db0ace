package bizops.sandbox.zuora.rest;

import bizops.sandbox.http.Reply;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Counts requests a minute of the sandbox's clock and says so in headers; it never refuses, for its clock stands still. */
final class RateLimits {
    /** The limits of a production tenant a minute, hour and day; the first is the nearest to be reached. */
    static final String LIMIT = "2250000, 50000;w=60, 2250000;w=3600, 27000000;w=86400";

    private static final int A_MINUTE = 50_000;

    private Instant minute = Instant.MIN;
    private int used;

    void count(Instant now) {
        Instant current = now.truncatedTo(ChronoUnit.MINUTES);
        if (!current.equals(minute)) {
            minute = current;
            used = 0;
        }
        used++;
    }

    Reply tell(Reply reply, Instant now) {
        if (reply.headers().containsKey("ratelimit-remaining") || reply.status() == 429) {
            return reply;
        }
        long reset = 60 - (now.getEpochSecond() % 60);
        return reply.with("ratelimit-limit", LIMIT)
                .with("ratelimit-remaining", String.valueOf(Math.max(0, A_MINUTE - used)))
                .with("ratelimit-reset", String.valueOf(reset))
                .with("Concurrency-Limit-Type", "Default")
                .with("Concurrency-Limit-Limit", "40")
                .with("Concurrency-Limit-Remaining", "39");
    }
}
