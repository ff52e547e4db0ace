package bizops.singer.catalog;

import java.util.Locale;
import java.util.Optional;

/** How a stream is read. */
public enum ReplicationMethod {
    /** All rows each time. */
    FULL_TABLE,
    /** Rows from the bookmark on. */
    INCREMENTAL,
    /** The source's log of changes. */
    LOG_BASED;

    static Optional<ReplicationMethod> of(String word) {
        for (ReplicationMethod method : values()) {
            if (method.name().equals(word.toUpperCase(Locale.ROOT))) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
