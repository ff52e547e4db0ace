package bizops.singer.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Moves the {@code selected} and {@code inclusion} that old catalogs carry inside a schema to the metadata. What the
 * metadata says already, wins. Used once for one entry.
 */
final class LegacySchema {
    private static final List<String> MOVED = List.of("selected", "inclusion");

    private final Map<Breadcrumb, Map<String, @Nullable Object>> metadata;

    /** @param metadata completed in place */
    LegacySchema(Map<Breadcrumb, Map<String, @Nullable Object>> metadata) {
        this.metadata = metadata;
    }

    /** The schema without those keywords. */
    Map<String, @Nullable Object> clean(Map<String, @Nullable Object> schema, Breadcrumb node) {
        Map<String, @Nullable Object> clean = new LinkedHashMap<>(schema);
        for (String keyword : MOVED) {
            Object value = clean.remove(keyword);
            if (value != null) {
                metadata.computeIfAbsent(node, absent -> new LinkedHashMap<>()).putIfAbsent(keyword, value);
            }
        }
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            Map<String, @Nullable Object> cleaned = new LinkedHashMap<>();
            properties.forEach(
                    (name, property) -> cleaned.put((String) name, cleanAny(property, node.property((String) name))));
            clean.put("properties", cleaned);
        }
        if (schema.get("items") instanceof Map) {
            clean.put("items", cleanAny(schema.get("items"), node.items()));
        }
        return clean;
    }

    private @Nullable Object cleanAny(@Nullable Object schema, Breadcrumb node) {
        return schema instanceof Map ? clean(JsonValues.object(schema, node.dotted()), node) : schema;
    }
}
