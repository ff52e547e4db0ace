package bizops.target.reshape.flatten;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Lets null in where a schema does not: a null object makes all of its columns null. */
final class OrNull {
    private static final List<String> JUDGED_BESIDE_TYPE =
            List.of("$ref", "const", "anyOf", "oneOf", "allOf", "not", "if", "extends", "disallow");

    private OrNull() {}

    /** The schema or null; the given one is left as it is. */
    static JsonNode of(JsonNode schema) {
        if (!(schema instanceof ObjectNode object)) {
            return schema;
        }
        return JUDGED_BESIDE_TYPE.stream().anyMatch(object::has) ? wrapped(object) : widened(object.deepCopy());
    }

    /** A schema of the plain kind, which is checked faster if it stays plain. */
    private static ObjectNode widened(ObjectNode schema) {
        JsonNode type = schema.path("type");
        if (type.isTextual() && !type.asText().equals("null")) {
            schema.putArray("type").add(type.asText()).add("null");
        } else if (type instanceof ArrayNode types && !types.isEmpty() && !holds(types, "null")) {
            types.add("null");
        }
        if (schema.path("enum") instanceof ArrayNode values && !holdsNull(values)) {
            values.addNull();
        }
        return schema;
    }

    private static ObjectNode wrapped(ObjectNode schema) {
        ObjectNode either = JsonNodeFactory.instance.objectNode();
        if (schema.has("x-sql-datatype")) {
            either.set("x-sql-datatype", schema.get("x-sql-datatype"));
        }
        ArrayNode branches = either.putArray("anyOf").add(schema);
        branches.addObject().put("type", "null");
        return either;
    }

    private static boolean holds(ArrayNode names, String name) {
        for (JsonNode one : names) {
            if (one.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsNull(ArrayNode values) {
        for (JsonNode value : values) {
            if (value.isNull()) {
                return true;
            }
        }
        return false;
    }
}
