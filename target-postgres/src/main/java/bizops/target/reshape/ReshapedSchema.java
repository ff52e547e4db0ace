package bizops.target.reshape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** A record's schema with other properties. */
public final class ReshapedSchema {
    /** Rules for the record as a whole, in the names that it came with. */
    private static final List<String> RULES = List.of(
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "if",
            "then",
            "else",
            "dependencies",
            "dependentRequired",
            "dependentSchemas",
            "patternProperties",
            "propertyNames",
            "minProperties",
            "maxProperties",
            "enum",
            "const");

    private static final List<String> DEFINITIONS = List.of("definitions", "$defs");

    private ReshapedSchema() {}

    /**
     * The schema with these properties instead of its own. What it asked of the record as a whole is left out, and
     * references lead where they led before.
     *
     * @param properties of the new schema, with the references that they had in the given one
     * @param required names of properties that a record must have
     * @param closed whether other properties are refused
     */
    public static ObjectNode of(ObjectNode given, ObjectNode properties, List<String> required, boolean closed) {
        ObjectNode schema = given.deepCopy();
        schema.remove(RULES);
        schema.remove("additionalProperties");
        schema.set("properties", properties.deepCopy());
        schema.remove("required");
        required.forEach(schema.withArray("/required")::add);
        if (closed) {
            schema.put("additionalProperties", false);
        }
        if (refersToItself(schema)) {
            keep(given, schema);
        }
        return schema;
    }

    private static boolean refersToItself(ObjectNode schema) {
        return schema.findValues("$ref").stream().anyMatch(ReshapedSchema::isMoved);
    }

    /** Keeps the given schema among the definitions, for the references that led into it. */
    private static void keep(ObjectNode given, ObjectNode schema) {
        ObjectNode definitions = schema.withObject("/definitions");
        String name = "given";
        while (definitions.has(name)) {
            name += "_";
        }
        definitions.set(name, given.deepCopy().remove(DEFINITIONS));
        move(schema, "#/definitions/" + name);
    }

    private static void move(JsonNode node, String to) {
        if (node instanceof ObjectNode object && isMoved(object.path("$ref"))) {
            object.put("$ref", to + object.path("$ref").asText().substring(1));
        }
        node.forEach(child -> move(child, to));
    }

    private static boolean isMoved(JsonNode reference) {
        if (!(reference instanceof TextNode)) {
            return false;
        }
        String to = reference.asText();
        return to.equals("#")
                || (to.startsWith("#/") && DEFINITIONS.stream().noneMatch(name -> to.startsWith("#/" + name + "/")));
    }
}
