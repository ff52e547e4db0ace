package bizops.singer.state;

import bizops.singer.error.ConfigException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one stream's bookmark in every shape that Singer taps have written. Used once for one stream. */
final class BookmarkReader {
    static final String KEY = "replication_key";
    static final String VALUE = "replication_key_value";
    static final String VERSION = "version";

    private static final Logger LOG = LoggerFactory.getLogger(BookmarkReader.class);
    /** Keys that mean something only to the run that wrote them, or to another kit. */
    private static final Set<String> TRANSIENT = Set.of(
            "progress_markers",
            "starting_replication_value",
            "replication_key_signpost",
            "partitions",
            "last_replication_method");

    private final String id;
    private final @Nullable String replicationKey;
    private final ReplicationKind kind;

    BookmarkReader(String id, @Nullable String replicationKey, ReplicationKind kind) {
        this.id = id;
        this.replicationKey = replicationKey;
        this.kind = kind;
    }

    Bookmark read(@Nullable Object entry) {
        if (entry == null) {
            return Bookmark.NONE;
        }
        if (entry instanceof String || entry instanceof Number) {
            return bookmark(entry, null, Map.of());
        }
        if (!(entry instanceof Map<?, ?> fields)) {
            throw new ConfigException("state: the bookmark of stream \"" + id + "\" must be an object, got " + entry
                    + "; remove it to read the stream from the start");
        }
        Map<String, @Nullable Object> position = new LinkedHashMap<>();
        fields.forEach((name, value) -> position.put((String) name, value));
        Long version = version(position.remove(VERSION));
        position.keySet().removeAll(TRANSIENT);
        position.remove(KEY);
        position.remove(VALUE);
        if (replicationKey != null) {
            position.remove(replicationKey);
        }
        return bookmark(value(fields), version, position);
    }

    private @Nullable Object value(Map<?, ?> fields) {
        if (fields.get("partitions") instanceof List<?> partitions) {
            return leastOf(partitions);
        }
        Object writtenFor = fields.get(KEY);
        if (fields.containsKey(VALUE)) {
            if (replicationKey != null && writtenFor != null && !writtenFor.equals(replicationKey)) {
                LOG.warn(
                        "stream \"{}\": its bookmark follows {}, the run {}; reading from the start",
                        id,
                        writtenFor,
                        replicationKey);
                return null;
            }
            return fields.get(VALUE);
        }
        return replicationKey == null ? null : fields.get(replicationKey);
    }

    /** Of several partitions the smallest value: nothing is missed, some rows come again. */
    private @Nullable Object leastOf(List<?> partitions) {
        ReplicationValue least = null;
        for (Object partition : partitions) {
            Object value = partition instanceof Map<?, ?> fields ? value(fields) : null;
            if (value == null) {
                return null;
            }
            ReplicationValue read = typed(value);
            least = least == null ? read : least.min(read);
        }
        return least == null ? null : least.json();
    }

    private Bookmark bookmark(@Nullable Object value, @Nullable Long version, Map<String, @Nullable Object> position) {
        if (value == null || replicationKey == null) {
            return new Bookmark(null, null, version, position);
        }
        return new Bookmark(replicationKey, typed(value), version, position);
    }

    private ReplicationValue typed(Object value) {
        try {
            return ReplicationValue.of(value, kind);
        } catch (IllegalArgumentException wrong) {
            throw new ConfigException(
                    "state: the bookmark of stream \"" + id + "\" for " + replicationKey + ": " + wrong.getMessage()
                            + "; correct it, or remove it to read the stream from the start",
                    wrong);
        }
    }

    private static @Nullable Long version(@Nullable Object value) {
        return value instanceof Number number ? (Long) number.longValue() : null;
    }
}
