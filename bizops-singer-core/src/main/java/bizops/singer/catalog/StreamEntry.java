package bizops.singer.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One stream of a catalog.
 *
 * @param id the {@code tap_stream_id}, which state and selection use
 * @param name the stream's name in messages
 * @param schema the JSON Schema, legacy keywords removed; empty if the entry had none
 * @param keyProperties the stream-level field, or null if the entry had none
 * @param replicationKey the stream-level field, or null
 * @param replicationMethod the stream-level field, or null
 * @param metadata what is said about each node; legacy keywords of the schema are found here
 * @param others stream-level fields that mean nothing to the kit, carried through
 */
public record StreamEntry(
        String id,
        String name,
        Map<String, @Nullable Object> schema,
        @Nullable List<String> keyProperties,
        @Nullable String replicationKey,
        @Nullable String replicationMethod,
        Map<Breadcrumb, Map<String, @Nullable Object>> metadata,
        Map<String, @Nullable Object> others) {

    public StreamEntry {
        keyProperties = keyProperties == null ? null : List.copyOf(keyProperties);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** The metadata of a node; empty if there is none. */
    public Map<String, @Nullable Object> metadata(Breadcrumb node) {
        return metadata.getOrDefault(node, Map.of());
    }

    /** The value of a keyword in the metadata of a node; empty if absent or null. */
    public Optional<Object> metadata(Breadcrumb node, String keyword) {
        return Optional.ofNullable(metadata(node).get(keyword));
    }
}
