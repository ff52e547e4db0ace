package bizops.target.encode;

import org.jspecify.annotations.Nullable;

/**
 * Where a record comes from, as its row says. Immutable.
 *
 * @param version of the full load; null for none
 * @param timeExtracted when the tap read it, as the message says; null where it does not
 * @param receivedAt when the target first read it, in milliseconds since 1970; negative for now
 */
public record Origin(@Nullable Long version, @Nullable String timeExtracted, long receivedAt) {
    /** A record without version that comes now and does not say when it was read. */
    public static final Origin NOTHING_SAID = new Origin(null, null, -1);

    /** What a message says of a record that comes now. */
    public static Origin of(@Nullable Long version, @Nullable String timeExtracted) {
        return version == null && timeExtracted == null ? NOTHING_SAID : new Origin(version, timeExtracted, -1);
    }

    boolean isOld() {
        return receivedAt >= 0;
    }
}
