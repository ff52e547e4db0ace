package bizops.target.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Takes out of a schema what is no rule for a value: {@code format} and {@code multipleOf}, which taps use as hints, and
 * forms of keywords that no draft allows but taps write. What is left is the schema that records are held to.
 */
final class SchemaNormaliser {
    private static final List<String> HINTS = List.of("format", "multipleOf", "$schema", "$id", "id");
    private static final List<String> SCHEMAS = List.of(
            "items",
            "additionalItems",
            "additionalProperties",
            "not",
            "if",
            "then",
            "else",
            "contains",
            "propertyNames");
    private static final List<String> SCHEMA_LISTS = List.of("anyOf", "oneOf", "allOf", "items");
    private static final List<String> SCHEMA_MAPS =
            List.of("properties", "patternProperties", "definitions", "$defs", "dependencies");

    private SchemaNormaliser() {}

    /** A normalised copy; the given node is left as it is. */
    static ObjectNode normalise(ObjectNode schema) {
        ObjectNode copy = schema.deepCopy();
        visit(copy);
        return copy;
    }

    private static void visit(JsonNode node) {
        if (!(node instanceof ObjectNode schema)) {
            return;
        }
        schema.remove(HINTS);
        type(schema);
        if (schema.path("nullable").asBoolean(false)) {
            allowNull(schema);
        }
        schema.remove("nullable");
        if (!schema.path("required").isArray()) {
            schema.remove("required");
        }
        SCHEMAS.forEach(keyword -> visit(schema.path(keyword)));
        SCHEMA_LISTS.forEach(keyword -> {
            if (schema.path(keyword).isArray()) {
                schema.path(keyword).forEach(SchemaNormaliser::visit);
            }
        });
        SCHEMA_MAPS.forEach(keyword -> schema.path(keyword).forEach(SchemaNormaliser::visit));
    }

    /** A type that no draft knows, or an empty list of types, lets everything in. */
    private static void type(ObjectNode schema) {
        JsonNode type = schema.path("type");
        boolean known = type.isTextual() && JsonTypes.ALL.contains(type.asText());
        if (type.isArray() && !type.isEmpty()) {
            known = true;
            for (JsonNode name : type) {
                known &= JsonTypes.ALL.contains(name.asText());
            }
        }
        if (!known) {
            schema.remove("type");
        }
    }

    private static void allowNull(ObjectNode schema) {
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            schema.putArray("type").add(type.asText()).add("null");
        } else if (type instanceof ArrayNode types) {
            types.add("null");
        }
        if (schema.path("enum") instanceof ArrayNode values) {
            values.addNull();
        }
    }
}
