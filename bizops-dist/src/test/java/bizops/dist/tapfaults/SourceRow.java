package bizops.dist.tapfaults;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a source as it is at one moment. Immutable.
 *
 * @param key as {@link bizops.dist.TableRows} writes it
 * @param changed when the source says it last changed, or was removed; its values may change without
 * @param presence whether a tap can still read it
 * @param values by column, with every digit; nothing of what the tap does not load
 */
record SourceRow(String key, Instant changed, Presence presence, Map<String, @Nullable String> values) {
    /** Most texts are those of other rows and of the same row before, and years of rows are kept. */
    SourceRow {
        Map<String, @Nullable String> shared = new HashMap<>();
        values.forEach((column, text) -> shared.put(column.intern(), text == null ? null : text.intern()));
        values = shared;
    }

    /** How much of a row is left. */
    enum Presence {
        /** It can be read, even if it says of itself that it is deleted. */
        THERE,
        /** Nothing but the vendor's word that it went, or its absence from a read of everything. */
        GONE,
        /** Nothing, and no word: what {@link Vendor#join} leaves of a table must not hold it, whatever was loaded. */
        UNTOLD
    }

    boolean isGone() {
        return presence == Presence.GONE;
    }

    boolean isUntold() {
        return presence == Presence.UNTOLD;
    }

    SourceRow as(Presence left) {
        return new SourceRow(key, changed, left, values);
    }
}
