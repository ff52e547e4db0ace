package bizops.tap.marketo.window;

import bizops.tap.marketo.rest.QuotaDay;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far before a bookmark rows are read again. Activities are committed minutes to hours after the date they carry;
 * a day is enough for nearly all, but need not be paid for by every run of a day. The first run of a day reads again
 * from a day before the day of the bookmark began: the run that did so before it was made on that day, and what came
 * after that run is at most a day older than it. So nothing that is late by a day or less is missed, whatever the rhythm
 * of runs. Immutable.
 *
 * @param fixed always this, if the user says so
 */
public record Lookback(Optional<Duration> fixed) {
    /** Before the day of the bookmark, by the quota's clock, on the first run of a later day. */
    static final Duration FIRST_OF_DAY = Duration.ofHours(24);
    /** On every later run of that day. */
    static final Duration LATER = Duration.ofHours(2);

    /**
     * The time to look back.
     *
     * @param bookmark where the run before ended
     * @param now by the server's clock
     */
    public Duration of(Instant bookmark, Instant now) {
        Instant day = QuotaDay.start(bookmark);
        boolean sameDay = day.equals(QuotaDay.start(now));
        return fixed.orElse(sameDay ? LATER : FIRST_OF_DAY.plus(Duration.between(day, bookmark)));
    }
}
