package bizops.singer.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a stream or object, in order. Immutable: {@link #field} answers a longer copy. */
public final class StreamSchema {
    private final Map<String, PropertySchema> fields;

    private StreamSchema(Map<String, PropertySchema> fields) {
        this.fields = Collections.unmodifiableMap(fields);
    }

    public static StreamSchema empty() {
        return new StreamSchema(Map.of());
    }

    /** The same as {@code empty().field(name, schema)}. */
    public static StreamSchema of(String name, PropertySchema schema) {
        return empty().field(name, schema);
    }

    /** All fields of the map, in its order. */
    public static StreamSchema of(Map<String, PropertySchema> fields) {
        return new StreamSchema(new LinkedHashMap<>(fields));
    }

    /** One more field; a field of the same name is replaced in its place. */
    public StreamSchema field(String name, PropertySchema schema) {
        Map<String, PropertySchema> longer = new LinkedHashMap<>(fields);
        longer.put(name, schema);
        return new StreamSchema(longer);
    }

    /** The fields by name, in order; unmodifiable. */
    public Map<String, PropertySchema> fields() {
        return fields;
    }

    public Optional<PropertySchema> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The JSON Schema of the whole: an object with these properties. */
    public Map<String, @Nullable Object> jsonSchema() {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", propertyMaps());
        return schema;
    }

    Map<String, @Nullable Object> propertyMaps() {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        fields.forEach((name, field) -> properties.put(name, field.jsonSchema()));
        return properties;
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
