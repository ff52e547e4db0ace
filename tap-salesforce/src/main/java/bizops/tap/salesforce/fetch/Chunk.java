package bizops.tap.salesforce.fetch;

import bizops.tap.salesforce.query.JobPosition;
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
 * @param job how far the Bulk job is that brings the rows, if a job does and has just come further
 */
public record Chunk(
        List<Map<String, @Nullable Object>> rows,
        Optional<Position> position,
        Optional<Instant> closedUpTo,
        Optional<JobPosition> job) {

    /** Rows read over REST. */
    public Chunk(List<Map<String, @Nullable Object>> rows, Optional<Position> position, Optional<Instant> closedUpTo) {
        this(rows, position, closedUpTo, Optional.empty());
    }

    /** Rows that a job brought; {@code job} is empty in the middle of a page. */
    public static Chunk ofJob(List<Map<String, @Nullable Object>> rows, Optional<JobPosition> job) {
        return new Chunk(rows, Optional.empty(), Optional.empty(), job);
    }
}
