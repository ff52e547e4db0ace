package bizops.tap.marketo.window;

import bizops.tap.marketo.rest.QuotaDay;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far before a bookmark rows are read again. Activities are committed minutes to hours after the date they carry;
 * a day is enough for nearly all, but need not be paid for by every run of a day. Immutable.
 *
 * @param fixed always this, if the user says so
 */
public record Lookback(Optional<Duration> fixed) {
    /** On the first run of a day by the quota's clock. */
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
        boolean sameDay = QuotaDay.day(bookmark).equals(QuotaDay.day(now));
        return fixed.orElse(sameDay ? LATER : FIRST_OF_DAY);
    }
}
