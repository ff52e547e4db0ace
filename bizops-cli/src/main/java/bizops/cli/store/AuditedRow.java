package bizops.cli.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A row that a source named or sent. Immutable.
 *
 * @param key a JSON array of texts, in the order of the key's fields
 * @param numbers a JSON array of numbers or nulls, in the order of the summed fields
 * @param stamp its replication key, where that is a point in time
 */
public record AuditedRow(String key, Place place, String numbers, Optional<Instant> stamp) {
    /** Where a row stands to the load. */
    public enum Place {
        /** Loaded, and not changed since. */
        WITHIN,
        /** Changed or deleted since the load. */
        CHANGED,
        /** Deleted before. */
        DELETED,
        /** Never loaded: before the start date, or without a replication key. */
        OUTSIDE
    }

    /** A row that has changed. */
    public static AuditedRow changed(String key) {
        return new AuditedRow(key, Place.CHANGED, "[]", Optional.empty());
    }
}
