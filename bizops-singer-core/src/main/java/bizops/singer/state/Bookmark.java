package bizops.singer.state;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far one stream was read. Immutable.
 *
 * @param replicationKey the field that {@code value} belongs to, or null if there is no value
 * @param value everything before it was read, rows at it may come again; null if there is none yet
 * @param version the table version of a full load under way, or null
 * @param position where a window or full load was left, in the tap's own terms as plain JSON values; may be empty
 */
public record Bookmark(
        @Nullable String replicationKey,
        @Nullable ReplicationValue value,
        @Nullable Long version,
        Map<String, @Nullable Object> position) {

    /** Nothing was read yet. */
    public static final Bookmark NONE = new Bookmark(null, null, null, Map.of());

    public Bookmark {
        position = Collections.unmodifiableMap(new LinkedHashMap<>(position));
    }

    public Optional<ReplicationValue> at() {
        return Optional.ofNullable(value);
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        if (replicationKey != null && value != null) {
            json.put(BookmarkReader.KEY, replicationKey);
            json.put(BookmarkReader.VALUE, value.json());
        }
        if (version != null) {
            json.put(BookmarkReader.VERSION, version);
        }
        json.putAll(position);
        return json;
    }
}
