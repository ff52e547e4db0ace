package bizops.tap.marketo.window;

import bizops.singer.tap.SyncContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * From where to where a stream reads during a run. Immutable.
 *
 * @param bookmark everything before it was read; the start date on a first run
 * @param start the bookmark less the time to look back, never before the start date
 * @param limit where the run ends: a little behind the server's clock, so that what is being written is left for later
 */
public record Span(Instant bookmark, Instant start, Instant limit) {
    /** Before there was a Marketo. */
    public static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");

    /** How far the last window stays behind the server's clock. */
    public static final Duration SAFETY_LAG = Duration.ofMinutes(5);

    /**
     * What a stream reads this time, from the start date on.
     *
     * @param now by the server's clock
     */
    public static Span of(SyncContext sync, Position position, Lookback lookback, Instant now) {
        return of(sync, position, lookback, now, sync.startDate().orElse(BEGINNING));
    }

    /** As {@link #of}, but from the very beginning: activities of today belong to programs that are older than them. */
    public static Span whole(SyncContext sync, Position position, Lookback lookback, Instant now) {
        return of(sync, position, lookback, now, BEGINNING);
    }

    private static Span of(SyncContext sync, Position position, Lookback lookback, Instant now, Instant floor) {
        Instant limit = now.minus(SAFETY_LAG).truncatedTo(ChronoUnit.SECONDS);
        Optional<Instant> at = sync.bookmark().at().map(value -> value.instant());
        if (at.isEmpty() || at.get().isBefore(floor)) {
            Instant first = earlier(floor, limit).truncatedTo(ChronoUnit.SECONDS);
            return new Span(first, first, limit);
        }
        Duration back = position.isForeign() ? Lookback.FIRST_OF_DAY : lookback.of(at.get(), now);
        Instant start = at.get().minus(back);
        Instant kept = start.isBefore(floor) ? floor : start;
        return new Span(at.get(), earlier(kept, limit).truncatedTo(ChronoUnit.SECONDS), limit);
    }

    /** The same from another start. */
    public Span from(Instant other) {
        return new Span(other, other, limit);
    }

    /** A start date in the future counts as now. */
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
