package bizops.transform.markov;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An event that touches earn.
 *
 * @param kind of its touches, but for those of a won event, which have kinds of their own
 * @param day of the event, counted from 1970-01-01
 * @param isTouched false where {@code (unattributed)} stands in the place of a touch
 * @param value asked of money alone
 * @param margin of the money; null where it is not known
 * @param campaigns of its touches, in their order, as PostgreSQL writes an array
 * @param days from its day to each touch
 */
record Event(
        Kind kind,
        int day,
        boolean isTouched,
        BigDecimal value,
        @Nullable BigDecimal margin,
        String campaigns,
        int[] days) {

    boolean isWon() {
        return kind.eventType().equals(Kind.WON);
    }
}
