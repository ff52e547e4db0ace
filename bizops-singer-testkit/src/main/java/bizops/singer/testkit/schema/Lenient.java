package bizops.singer.testkit.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Takes out of a schema what is a hint between taps and targets and no rule for a value: {@code format}, {@code
 * multipleOf} (a precision, which binary arithmetic would refuse), the type {@code any}, patterns in another
 * language's syntax, and identifiers that would be fetched.
 */
final class Lenient {
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
    private static final List<String> LISTS = List.of("anyOf", "oneOf", "allOf", "items");
    private static final List<String> MAPS =
            List.of("properties", "patternProperties", "definitions", "$defs", "dependencies");

    private Lenient() {}

    /** A copy without them. */
    static ObjectNode copy(ObjectNode schema) {
        ObjectNode copy = schema.deepCopy();
        visit(copy);
        return copy;
    }

    private static void visit(JsonNode node) {
        if (!(node instanceof ObjectNode schema)) {
            return;
        }
        schema.remove(HINTS);
        JsonNode type = schema.path("type");
        if (type.asText().equals("any") || type.isNull() || (type.isArray() && type.isEmpty())) {
            schema.remove("type");
        }
        if (schema.path("pattern").isTextual()
                && !compiles(schema.path("pattern").asText())) {
            schema.remove("pattern");
        }
        if (schema.path("required").isBoolean()) {
            schema.remove("required"); // draft 3
        }
        SCHEMAS.forEach(keyword -> visit(schema.path(keyword)));
        LISTS.stream().map(schema::path).filter(JsonNode::isArray).forEach(list -> list.forEach(Lenient::visit));
        MAPS.forEach(keyword -> schema.path(keyword).forEach(Lenient::visit));
    }

    /** Patterns that only another language understands judge nothing here. */
    private static boolean compiles(String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException foreign) {
            return false;
        }
    }
}
