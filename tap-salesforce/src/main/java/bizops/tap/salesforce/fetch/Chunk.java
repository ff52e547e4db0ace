package bizops.tap.salesforce.fetch;

import bizops.tap.salesforce.query.Position;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some rows read, and how far the stream is with them. Immutable.
 *
 * @param position the last row, where a later run may go on; empty when rows come in no order
 * @param closedUpTo every stamp below it has been read; empty while its window is still open
 */
public record Chunk(
        List<Map<String, @Nullable Object>> rows, Optional<Position> position, Optional<Instant> closedUpTo) {}
