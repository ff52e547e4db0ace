package bizops.target.copy;

import java.time.Instant;

/**
 * What every row of one step gets. Immutable.
 *
 * @param batchedAt start of the batch
 * @param syncStartedAt start of the run, in milliseconds since 1970
 * @param firstSequence the number of the step's first row
 */
public record Stamp(Instant batchedAt, long syncStartedAt, long firstSequence) {}
