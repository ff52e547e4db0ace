package bizops.singer.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema of one field, with what the catalog says about it. Nullable unless {@link #notNull} says otherwise.
 * Immutable: every method answers a changed copy.
 */
public final class PropertySchema {
    private final Map<String, @Nullable Object> schema;
    private final Map<String, @Nullable Object> metadata;

    private PropertySchema(Map<String, @Nullable Object> schema, Map<String, @Nullable Object> metadata) {
        this.schema = Collections.unmodifiableMap(schema);
        this.metadata = Collections.unmodifiableMap(metadata);
    }

    public static PropertySchema string() {
        return typed("string");
    }

    public static PropertySchema integer() {
        return typed("integer");
    }

    /** A number with a point; its digits are kept exactly. */
    public static PropertySchema number() {
        return typed("number");
    }

    public static PropertySchema bool() {
        return typed("boolean");
    }

    /** A point in time; rows carry an {@link java.time.Instant} or RFC 3339 text. */
    public static PropertySchema dateTime() {
        return string().with("format", "date-time");
    }

    /** A day; rows carry a {@link java.time.LocalDate} or ISO text. */
    public static PropertySchema date() {
        return string().with("format", "date");
    }

    /** A time of day, as ISO text. */
    public static PropertySchema time() {
        return string().with("format", "time");
    }

    /** An object with these fields and no others. */
    public static PropertySchema object(StreamSchema fields) {
        return typed("object").with("properties", fields.propertyMaps());
    }

    /** An object whose fields are not known; sent as it comes. */
    public static PropertySchema anyObject() {
        return typed("object");
    }

    public static PropertySchema array(PropertySchema items) {
        return typed("array").with("items", items.schema);
    }

    /** Any JSON value. */
    public static PropertySchema any() {
        return new PropertySchema(Map.of(), Map.of());
    }

    /** A schema written out as JSON Schema keywords. */
    public static PropertySchema of(Map<String, ? extends @Nullable Object> jsonSchema) {
        return new PropertySchema(new LinkedHashMap<>(jsonSchema), Map.of());
    }

    /** The source never gives null here. */
    public PropertySchema notNull() {
        Object type = schema.get("type");
        if (!(type instanceof List<?> types)) {
            return this;
        }
        List<?> others = types.stream().filter(name -> !"null".equals(name)).toList();
        return with("type", others.size() == 1 ? others.get(0) : others);
    }

    /** One more keyword, or another value for it. */
    public PropertySchema with(String keyword, @Nullable Object value) {
        return new PropertySchema(plus(schema, keyword, value), metadata);
    }

    public PropertySchema maxLength(int characters) {
        return with("maxLength", characters);
    }

    public PropertySchema description(String text) {
        return with("description", text);
    }

    /** The field cannot be read; it is listed in the catalog and never sent. */
    public PropertySchema unsupported() {
        return metadata("inclusion", Inclusion.UNSUPPORTED.word());
    }

    /** The field is always sent, like a key. */
    public PropertySchema automatic() {
        return metadata("inclusion", Inclusion.AUTOMATIC.word());
    }

    /** What holds where the user says nothing; true if this is not called. */
    public PropertySchema selectedByDefault(boolean selected) {
        return metadata("selected-by-default", selected);
    }

    /** One more keyword of the field's catalog metadata, such as {@code sql-datatype}. */
    public PropertySchema metadata(String keyword, @Nullable Object value) {
        return new PropertySchema(schema, plus(metadata, keyword, value));
    }

    /** The JSON Schema; unmodifiable. */
    public Map<String, @Nullable Object> jsonSchema() {
        return schema;
    }

    /** The catalog metadata; unmodifiable. */
    public Map<String, @Nullable Object> metadata() {
        return metadata;
    }

    private static PropertySchema typed(String type) {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("type", List.of("null", type));
        return new PropertySchema(schema, Map.of());
    }

    private static Map<String, @Nullable Object> plus(
            Map<String, @Nullable Object> map, String key, @Nullable Object value) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return copy;
    }

    @Override
    public String toString() {
        return schema.toString();
    }
}
