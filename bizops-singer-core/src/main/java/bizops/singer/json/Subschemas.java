package bizops.singer.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** Where a JSON schema holds further schemas, by the keywords of drafts 4 to 7. */
public final class Subschemas {
    /**
     * What taps and targets tell each other in a schema and is no rule for a value: a precision ({@code multipleOf}, which
     * binary arithmetic would refuse), a format, and identifiers, which would be fetched.
     */
    public static final List<String> HINTS = List.of("format", "multipleOf", "$schema", "$id", "id");

    private static final List<String> SINGLE = List.of(
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

    private Subschemas() {}

    /** Visits those directly inside this one, whatever stands there in place of a schema too. */
    public static void each(ObjectNode schema, Consumer<JsonNode> visitor) {
        SINGLE.forEach(keyword -> visitor.accept(schema.path(keyword)));
        LISTS.stream().map(schema::path).filter(JsonNode::isArray).forEach(list -> list.forEach(visitor));
        MAPS.forEach(keyword -> schema.path(keyword).forEach(visitor));
    }
}
