package bizops.target.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Schemas that hold together ({@code allOf}) as one: each keyword as the last of them says it. */
final class SchemaMerge {
    /** Schemas that nest deeper are left as they are. */
    private static final int DEEPEST = 16;

    private SchemaMerge() {}

    /** The schema with its {@code allOf} merged in; itself where it has none. */
    static JsonNode merged(JsonNode schema, References references) {
        return schema.path("allOf").isArray() ? merged(schema, references, 0) : schema;
    }

    private static ObjectNode merged(JsonNode schema, References references, int depth) {
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        schema.properties().forEach(keyword -> {
            if (!keyword.getKey().equals("allOf")) {
                one.set(keyword.getKey(), keyword.getValue());
            }
        });
        if (depth < DEEPEST) {
            schema.path("allOf").forEach(part -> one.setAll(merged(references.follow(part), references, depth + 1)));
        }
        return one;
    }
}
