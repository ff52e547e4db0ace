package bizops.tap.salesforce;

import bizops.tap.salesforce.query.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a read begins: at the start of its span, or behind the last row of an interrupted run. Immutable.
 *
 * <p>The last stretch before the end of the interrupted window is read again, as it would be had the run finished: the
 * look-back is for rows that became visible late, and they lie there.
 *
 * @param lo first stamp to read; empty reads from the beginning
 * @param after the row to go on behind
 */
record ResumePoint(Optional<Instant> lo, Optional<Position> after) {
    static ResumePoint of(Optional<Instant> start, SavedPosition saved, Duration lookback) {
        Optional<Instant> stamp = saved.last().flatMap(Position::stamp);
        if (stamp.isEmpty() || saved.windowEnd().isEmpty()) {
            return new ResumePoint(start, Optional.empty());
        }
        if (start.isPresent() && stamp.get().isBefore(start.get())) {
            return new ResumePoint(start, Optional.empty());
        }
        Instant settled = saved.windowEnd().get().minus(lookback);
        if (stamp.get().isAfter(settled)) {
            boolean startLater = start.isPresent() && start.get().isAfter(settled);
            return new ResumePoint(startLater ? start : Optional.of(settled), Optional.empty());
        }
        return new ResumePoint(start, saved.last());
    }
}
