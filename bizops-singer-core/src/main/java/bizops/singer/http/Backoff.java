package bizops.singer.http;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next attempt: doubling from the first to the longest, with jitter, and never less than
 * the server asks for. Immutable.
 */
record Backoff(Duration first, Duration longest) {

    /** @param failures how many attempts have failed so far, at least 1 */
    Duration before(int failures, Optional<Duration> asked) {
        if (asked.isPresent()) {
            long jitter = ThreadLocalRandom.current().nextLong(Math.max(1, first.toMillis() / 4));
            return asked.get().plusMillis(jitter);
        }
        int doublings = Math.min(failures - 1, 30);
        long full = Math.min(first.toMillis() << doublings, longest.toMillis());
        return Duration.ofMillis(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
    }
}
