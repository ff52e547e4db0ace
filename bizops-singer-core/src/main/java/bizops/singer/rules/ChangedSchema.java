package bizops.singer.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of a property after a rule. The given schemas stay as they are. Stateless. */
final class ChangedSchema {
    /** What another value than the declared ones could break. */
    private static final Set<String> BOUNDS = Set.of(
            "enum",
            "const",
            "pattern",
            "minLength",
            "maxLength",
            "formatMinimum",
            "formatMaximum",
            "default",
            "examples");

    private static final Set<String> OPAQUE = Set.of("const", "$ref", "allOf", "not", "if");

    private ChangedSchema() {}

    static Map<String, @Nullable Object> by(
            RuleKind kind, boolean conditional, PropertyShape shape, Map<String, @Nullable Object> schema) {
        return switch (kind) {
            case NULL -> nullable(schema);
            case DROP -> schema;
            case DATE_TO_YEAR -> nullable(unbounded(schema));
            case HASH, MASK -> text(schema, shape, conditional, shape.nullable());
            case DOMAIN_ONLY -> text(schema, shape, conditional, true);
        };
    }

    private static Map<String, @Nullable Object> text(
            Map<String, @Nullable Object> schema, PropertyShape shape, boolean conditional, boolean nullable) {
        Map<String, @Nullable Object> text = new LinkedHashMap<>();
        if (!(conditional && shape.open())) {
            text.put("type", nullable ? List.of("null", "string") : "string");
        }
        for (String words : List.of("title", "description")) {
            if (schema.containsKey(words)) {
                text.put(words, schema.get(words));
            }
        }
        return text;
    }

    private static Map<String, @Nullable Object> unbounded(Map<String, @Nullable Object> schema) {
        Map<String, @Nullable Object> free = new LinkedHashMap<>(schema);
        free.keySet().removeAll(BOUNDS);
        return free;
    }

    private static Map<String, @Nullable Object> nullable(Map<String, @Nullable Object> schema) {
        if (schema.keySet().stream().anyMatch(OPAQUE::contains)) {
            Map<String, @Nullable Object> either = new LinkedHashMap<>();
            either.put("anyOf", List.of(schema, Map.of("type", "null")));
            return either;
        }
        Map<String, @Nullable Object> wider = new LinkedHashMap<>(schema);
        Object type = wider.get("type");
        if (type instanceof String name && !name.equals("null")) {
            wider.put("type", List.of("null", name));
        } else if (type instanceof List<?> names && !names.contains("null")) {
            wider.put("type", with("null", names));
        }
        if (wider.get("enum") instanceof List<?> values && !values.contains(null)) {
            wider.put("enum", with(null, values));
        }
        for (String choice : List.of("anyOf", "oneOf")) {
            if (wider.get(choice) instanceof List<?> schemas
                    && !PropertyShape.of(Map.of(choice, schemas)).nullable()) {
                wider.put(choice, with(Map.of("type", "null"), schemas));
            }
        }
        return wider;
    }

    private static List<@Nullable Object> with(@Nullable Object first, List<?> others) {
        List<@Nullable Object> all = new ArrayList<>();
        all.add(first);
        all.addAll(others);
        return all;
    }
}
