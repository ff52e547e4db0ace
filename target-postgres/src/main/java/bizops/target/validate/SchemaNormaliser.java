package bizops.target.validate;

import bizops.singer.json.Subschemas;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Takes out of a schema what is no rule for a value: {@code format} and {@code multipleOf}, which taps use as hints, and
 * forms of keywords that no draft allows but taps write. What is left is the schema that records are held to.
 */
final class SchemaNormaliser {
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
        schema.remove(Subschemas.HINTS);
        type(schema);
        if (schema.path("nullable").asBoolean(false)) {
            allowNull(schema);
        }
        schema.remove("nullable");
        if (!schema.path("required").isArray()) {
            schema.remove("required");
        }
        Subschemas.each(schema, SchemaNormaliser::visit);
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
