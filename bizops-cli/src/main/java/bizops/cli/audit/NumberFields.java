package bizops.cli.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The fields of a schema that can be summed. Stateless. */
final class NumberFields {
    private static final String DECIMAL = "singer.decimal";

    private NumberFields() {}

    /** Numbers, integers and texts that are decimals by their format, at the top level. */
    static List<String> of(JsonNode schema) {
        List<String> fields = new ArrayList<>();
        schema.path("properties").properties().forEach(property -> {
            JsonNode type = property.getValue().path("type");
            List<String> types = type.isArray() ? Lines.texts(type) : List.of(type.asText());
            boolean isNumber = types.contains("number") || types.contains("integer");
            boolean isDecimal = property.getValue().path("format").asText().equals(DECIMAL);
            if ((isNumber && !types.contains("string")) || isDecimal) {
                fields.add(property.getKey());
            }
        });
        return fields;
    }
}
