package bizops.tap.salesforce.bulk;

import java.time.Duration;

/**
 * When and how Bulk jobs are used. Immutable.
 *
 * @param minRows AUTO reads over REST up to this many rows
 * @param longestPause between two polls of a job
 * @param patience how long a job may stand still before it is aborted
 * @param chunkSize ids in one chunk of a Bulk v1 job
 */
public record BulkSettings(Api api, long minRows, Duration longestPause, Duration patience, int chunkSize) {
    /** The setting {@code api_type}. */
    public enum Api {
        AUTO,
        REST,
        /** Bulk API 2.0. */
        BULK2,
        /** Bulk API v1. */
        BULK
    }
}
