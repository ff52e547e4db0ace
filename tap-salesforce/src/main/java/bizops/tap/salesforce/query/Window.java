package bizops.tap.salesforce.query;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A half-open span of stamps, {@code lo <= stamp < hi}. Immutable.
 *
 * @param lo first stamp inside; empty for a window without a beginning
 * @param hi first stamp outside
 */
public record Window(Optional<Instant> lo, Instant hi) {
    /** Salesforce went into service in 1999; older stamps come from migrations only. */
    public static final Instant BEGINNING = Instant.parse("1999-01-01T00:00:00Z");

    /** Later than any date-time that Salesforce takes. */
    private static final Instant END = Instant.parse("4000-01-01T00:00:00Z");

    /** Everything from {@code lo} on, the future too. */
    public static Window from(Instant lo) {
        return between(lo, END);
    }

    /** The window from {@code lo} up to but without {@code hi}. */
    public static Window between(Instant lo, Instant hi) {
        return new Window(Optional.of(lo), hi);
    }

    /** Whether no stamp can lie inside. */
    public boolean isEmpty() {
        return lo.isPresent() && !lo.get().isBefore(hi);
    }

    /**
     * The two halves, the earlier first, met at a whole second (stamps are whole seconds); or nothing when the window
     * is down to a second and cannot be halved.
     */
    public List<Window> halves() {
        Instant middle = middle();
        boolean inside = lo.map(middle::isAfter).orElse(true) && middle.isBefore(hi);
        return inside ? List.of(new Window(lo, middle), new Window(Optional.of(middle), hi)) : List.of();
    }

    private Instant middle() {
        if (lo.isEmpty()) {
            return BEGINNING;
        }
        Instant start = lo.get();
        Instant half = start.plus(Duration.between(start, hi).dividedBy(2)).truncatedTo(ChronoUnit.SECONDS);
        return half.isAfter(start)
                ? half
                : start.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }

    /** The window in words, for logs: {@code [2024-01-01T00:00:00Z, 2024-02-01T00:00:00Z)}. */
    @Override
    public String toString() {
        return "[" + lo.map(Instant::toString).orElse("beginning") + ", " + hi + ")";
    }
}
