package bizops.tap.salesforce.query;

import java.time.Instant;
import java.util.Optional;

/**
 * The last row read of an ordered query: where a restart goes on. Immutable.
 *
 * @param stamp its replication key; empty when rows come in order of the id alone
 */
public record Position(Optional<Instant> stamp, String id) {}
