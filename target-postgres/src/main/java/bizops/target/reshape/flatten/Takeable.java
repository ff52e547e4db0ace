package bizops.target.reshape.flatten;

import bizops.target.table.References;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A schema whose values are objects with named members and nothing else, but null maybe: it can be taken apart without
 * losing a value.
 *
 * @param object where its {@code properties} stand
 * @param nullable whether null may stand for the object
 */
record Takeable(JsonNode object, boolean nullable) {
    /** Schemas that are wrapped in more others are left whole. */
    private static final int DEEPEST = 16;

    /** Empty if the schema lets in other values, or names no members. */
    static Optional<Takeable> of(JsonNode schema, References references) {
        return of(schema, references, 0);
    }

    private static Optional<Takeable> of(JsonNode given, References references, int depth) {
        JsonNode schema = references.follow(given);
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (schema.path("properties").isObject()) {
            return named(schema);
        }
        for (String keyword : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.path(keyword).isArray()) {
                return wrapped(schema.path(keyword), references, depth);
            }
        }
        return Optional.empty();
    }

    private static Optional<Takeable> named(JsonNode schema) {
        List<String> types = types(schema);
        boolean onlyObjects = types.isEmpty()
                || (types.contains("object") && List.of("object", "null").containsAll(types));
        if (!onlyObjects || schema.path("properties").isEmpty()) {
            return Optional.empty();
        }
        boolean nullable = types.isEmpty()
                || types.contains("null")
                || schema.path("nullable").asBoolean(false);
        return Optional.of(new Takeable(schema, nullable));
    }

    /** The one branch that is not just null. */
    private static Optional<Takeable> wrapped(JsonNode branches, References references, int depth) {
        List<JsonNode> objects = new ArrayList<>();
        boolean nullable = false;
        for (JsonNode branch : branches) {
            if (types(references.follow(branch)).equals(List.of("null"))) {
                nullable = true;
            } else {
                objects.add(branch);
            }
        }
        boolean orNull = nullable;
        return objects.size() == 1
                ? of(objects.get(0), references, depth + 1)
                        .map(one -> new Takeable(one.object(), one.nullable() || orNull))
                : Optional.empty();
    }

    private static List<String> types(JsonNode schema) {
        List<String> types = new ArrayList<>();
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            types.add(type.asText());
        }
        type.forEach(name -> types.add(name.asText()));
        return types;
    }
}
