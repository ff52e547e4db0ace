package bizops.sandbox.marketo.rest;

import bizops.sandbox.marketo.wire.Limits;
import bizops.sandbox.marketo.wire.MarketoException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts calls and errors by day of Chicago, in a sliding window of real time, and in flight (section 3). */
final class Meter {
    private static final ZoneId CENTRAL = ZoneId.of("America/Chicago");
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(20);

    private final Limits limits;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Deque<Long> window = new ArrayDeque<>();
    private final Map<LocalDate, Map<String, Integer>> calls = new TreeMap<>();
    private final Map<LocalDate, Map<String, Integer>> errors = new TreeMap<>();

    Meter(Limits limits) {
        this.limits = limits;
    }

    /** A call begins; says how many are in flight with it. */
    int enter() {
        return inFlight.incrementAndGet();
    }

    void leave() {
        inFlight.decrementAndGet();
    }

    static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, CENTRAL);
    }

    /** Counts a call of a user, or refuses it for one of the limits. */
    synchronized void count(String user, int flying, Instant now) {
        if (flying > limits.get(Limits.CONCURRENCY)) {
            throw new MarketoException(
                    "615", "Concurrent access limit '" + limits.get(Limits.CONCURRENCY) + "' reached");
        }
        checkWindow();
        Map<String, Integer> today = calls.computeIfAbsent(day(now), key -> new TreeMap<>());
        long allowed = limits.get(Limits.CALLS_A_DAY);
        if (today.values().stream().mapToInt(Integer::intValue).sum() >= allowed) {
            throw new MarketoException("607", "Daily quota reached");
        }
        today.merge(user, 1, Integer::sum);
    }

    private void checkWindow() {
        long allowed = limits.get(Limits.CALLS_IN_WINDOW);
        if (allowed == 0) {
            return;
        }
        long now = System.nanoTime();
        while (!window.isEmpty() && now - window.peekFirst() > WINDOW) {
            window.removeFirst();
        }
        if (window.size() >= allowed) {
            throw new MarketoException("606", "Max rate limit '" + allowed + "' exceeded with in '20' secs");
        }
        window.addLast(now);
    }

    synchronized void error(String code, Instant now) {
        errors.computeIfAbsent(day(now), key -> new TreeMap<>()).merge(code, 1, Integer::sum);
    }

    /** Calls by user, by day. */
    synchronized Map<LocalDate, Map<String, Integer>> calls() {
        return new LinkedHashMap<>(calls);
    }

    /** Errors by code, by day. */
    synchronized Map<LocalDate, Map<String, Integer>> errors() {
        return new LinkedHashMap<>(errors);
    }
}
