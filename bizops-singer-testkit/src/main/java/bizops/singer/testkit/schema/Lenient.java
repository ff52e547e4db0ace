package bizops.singer.testkit.schema;

import bizops.singer.json.Subschemas;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Takes out of a schema what is a hint between taps and targets and no rule for a value: {@code format}, {@code
 * multipleOf} (a precision, which binary arithmetic would refuse), the type {@code any}, patterns in another
 * language's syntax, and identifiers that would be fetched.
 */
final class Lenient {
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
        schema.remove(Subschemas.HINTS);
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
        Subschemas.each(schema, Lenient::visit);
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
