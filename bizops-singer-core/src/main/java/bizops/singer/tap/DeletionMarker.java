package bizops.singer.tap;

import bizops.singer.catalog.PropertySchema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The field by which a row says that its source has deleted it. Stateless. */
final class DeletionMarker {
    private DeletionMarker() {}

    static Map<String, @Nullable Object> addTo(Map<String, @Nullable Object> schema) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        if (schema.get("properties") instanceof Map<?, ?> fields) {
            fields.forEach((name, field) -> properties.put((String) name, field));
        }
        properties.put(StreamRun.DELETED_AT, PropertySchema.dateTime().jsonSchema());
        Map<String, @Nullable Object> marked = new LinkedHashMap<>(schema);
        marked.put("properties", properties);
        return marked;
    }
}
