package bizops.singer.state;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How values of a replication key are compared. */
public enum ReplicationKind {
    DATE_TIME,
    DATE,
    NUMBER,
    TEXT;

    /** The kind that a field's JSON Schema asks for. */
    public static ReplicationKind of(Map<String, ? extends @Nullable Object> schema) {
        if ("date-time".equals(schema.get("format"))) {
            return DATE_TIME;
        }
        if ("date".equals(schema.get("format"))) {
            return DATE;
        }
        Object type = schema.get("type");
        List<?> types = type instanceof List<?> several ? several : type == null ? List.of() : List.of(type);
        return types.contains("integer") || types.contains("number") ? NUMBER : TEXT;
    }
}
