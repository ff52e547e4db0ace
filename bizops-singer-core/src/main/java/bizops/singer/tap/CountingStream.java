package bizops.singer.tap;

import java.time.Duration;
import java.util.Set;

/**
 * A stream whose source can count and sum its rows without sending them, which {@code --audit} asks. Optional: of other
 * streams {@code --audit} says that they cannot be counted.
 *
 * <p>What has changed since the last run cannot be compared with what that run loaded, so the source counts only rows that
 * have not, and names the others. The kit asks for the changed rows, counts, and asks for them again: it counts anew where
 * the two differ, because a row that changed in between stands on neither side or on both.
 */
public interface CountingStream extends Stream {
    /** Rows this close before the bookmark may still come with the next run, and count as changed. */
    default Duration unsettled() {
        return Duration.ZERO;
    }

    /**
     * The keys, in their text form, of the rows that were changed, deleted or restored at {@link CountSpan#before} or
     * later. Not asked where the span has no end.
     *
     * @param most more need not be told: one more is enough to say that there are too many
     * @throws CannotCountException if the source cannot tell
     * @throws Exception to fail this stream
     */
    Set<String> changed(CountSpan span, int most) throws Exception;

    /**
     * Counts and sums the rows that live and whose replication key lies in the span.
     *
     * @throws CannotCountException if the source cannot tell
     * @throws Exception to fail this stream
     */
    Totals count(CountSpan span) throws Exception;
}
