package bizops.target.validate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/** Looks through a schema for whether any text may satisfy it. Holds nothing. */
final class TextSearch {
    /** Schemas that nest deeper are taken to let texts in, as are references that lead nowhere. */
    private static final int DEEPEST = 16;

    private TextSearch() {}

    /** Whether it may let texts in; false only where it surely lets none in. */
    static boolean mayTakeText(JsonNode schema, JsonNode root) {
        return mayTakeText(schema, root, 0);
    }

    private static boolean mayTakeText(JsonNode schema, JsonNode root, int depth) {
        if (!schema.isObject() || depth > DEEPEST) {
            return !schema.isBoolean() || schema.booleanValue();
        }
        String reference = schema.path("$ref").asText("");
        if (!reference.isEmpty()) {
            return !reference.startsWith("#/") || mayTakeText(root.at(reference.substring(1)), root, depth + 1);
        }
        Predicate<JsonNode> within = part -> mayTakeText(part, root, depth + 1);
        return (ValueTypes.of(schema.get("type")) & ValueTypes.STRING) != 0
                && any(schema, "enum", JsonNode::isTextual)
                && (!schema.has("const") || schema.path("const").isTextual())
                && any(schema, "anyOf", within)
                && any(schema, "oneOf", within)
                && !any(schema, "allOf", within.negate(), false);
    }

    private static boolean any(JsonNode schema, String keyword, Predicate<JsonNode> wanted) {
        return any(schema, keyword, wanted, true);
    }

    private static boolean any(JsonNode schema, String keyword, Predicate<JsonNode> wanted, boolean ifThereIsNone) {
        JsonNode parts = schema.path(keyword);
        if (!parts.isArray()) {
            return ifThereIsNone;
        }
        for (JsonNode part : parts) {
            if (wanted.test(part)) {
                return true;
            }
        }
        return false;
    }
}
