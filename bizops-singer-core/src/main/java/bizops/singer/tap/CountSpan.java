package bizops.singer.tap;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which rows of a stream are counted: {@code from <= replication key < before}. Immutable.
 *
 * @param replicationKey the field that the bounds hold; empty for a stream that is read whole, which has no bounds
 * @param from the setting {@code start_date}; empty for no beginning
 * @param before the bookmark, less what is unsettled; present exactly if there is a replication key
 * @param selected the top-level fields that are read: others have no sums
 */
public record CountSpan(
        Optional<String> replicationKey, Optional<Instant> from, Optional<Instant> before, List<String> selected) {
    public CountSpan {
        selected = List.copyOf(selected);
    }
}
