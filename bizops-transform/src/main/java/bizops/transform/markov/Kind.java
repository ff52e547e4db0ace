package bizops.transform.markov;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the touches of a sum have in common.
 *
 * @param isByMedian whether they are won events' at most the median conversion time before the close
 * @param withinDays the least of 30, 60, 90, 180 and 365 days before the close of a won event that holds them; 0 where none
 *     does, and for other events
 */
record Kind(String eventType, boolean isByMedian, int withinDays) {
    static final String WON = "won";
    static final String SAO = "sao";

    private static final int[] SPANS = {30, 60, 90, 180, 365};

    /** Of touches that have no such days. */
    static Kind of(String eventType) {
        return new Kind(eventType, false, 0);
    }

    /**
     * Of a touch of a won event.
     *
     * @param median conversion time in days; null where nothing is won
     */
    static Kind ofWon(int daysBefore, @Nullable BigDecimal median) {
        int within = 0;
        for (int span : SPANS) {
            if (daysBefore <= span) {
                within = span;
                break;
            }
        }
        return new Kind(WON, median != null && BigDecimal.valueOf(daysBefore).compareTo(median) <= 0, within);
    }

    /** Whether its events are worth money. */
    boolean isMoney() {
        return eventType.equals(WON) || eventType.equals(SAO);
    }
}
