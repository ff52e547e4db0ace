package bizops.sandbox.salesforce.bulk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often something happened within the last span of time. Owned by one thread at a time. */
final class RollingCount {
    private final Duration span;
    private final Deque<Instant> times = new ArrayDeque<>();

    RollingCount(Duration span) {
        this.span = span;
    }

    void add(Instant now) {
        times.addLast(now);
    }

    int at(Instant now) {
        while (!times.isEmpty() && times.getFirst().plus(span).isBefore(now)) {
            times.removeFirst();
        }
        return times.size();
    }
}
