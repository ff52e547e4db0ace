package bizops.target.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compiles a normalised schema to a {@link NodeCheck} where the keywords allow it. */
final class CheckCompiler {
    /** Keywords that the compiled check does not know. A schema with one of them is for the judge alone. */
    private static final Set<String> JUDGED = Set.of(
            "$ref",
            "oneOf",
            "allOf",
            "not",
            "if",
            "then",
            "else",
            "dependencies",
            "patternProperties",
            "propertyNames",
            "uniqueItems",
            "contains",
            "additionalItems",
            "minProperties",
            "maxProperties",
            "extends",
            "disallow",
            "divisibleBy",
            "dependentRequired",
            "dependentSchemas");

    /** Keywords that say nothing about a value by which branches of anyOf could differ. */
    private static final Set<String> PLAIN = Set.of("type", "description", "title", "default", "examples");

    private CheckCompiler() {}

    /** The check, or null if the schema holds something that only the judge knows. */
    static @Nullable NodeCheck compile(JsonNode schema) {
        if (schema.isBoolean()) {
            return schema.booleanValue() ? NodeCheck.ANYTHING : null;
        }
        if (schema.isArray()) {
            return null; // items by position: the judge knows them
        }
        for (String keyword : JUDGED) {
            if (schema.has(keyword)) {
                return null;
            }
        }
        JsonNode nullable = nullable(schema);
        if (nullable != null) {
            NodeCheck check = compile(nullable);
            return check == null ? null : check.orNull();
        }
        Integer types = types(schema);
        boolean listed = schema.has("enum") || schema.has("const");
        Set<String> literals = literals(schema);
        Pattern pattern = pattern(schema.path("pattern"));
        Map<String, NodeCheck> properties = properties(schema.path("properties"));
        JsonNode items = schema.get("items");
        NodeCheck itemCheck = items == null ? null : compile(items);
        boolean undecided = types == null
                || properties == null
                || (listed && literals == null)
                || (schema.has("pattern") && pattern == null)
                || (items != null && itemCheck == null)
                || (schema.has("additionalProperties")
                        && !schema.get("additionalProperties").isBoolean())
                || !all(schema, JsonNode::isNumber, "minimum", "maximum")
                || !all(schema, JsonNode::isInt, "minLength", "maxLength", "minItems", "maxItems");
        if (undecided || types == null || properties == null) {
            return null;
        }
        Bound least = Bound.of(schema, "minimum", "exclusiveMinimum", -1);
        Bound greatest = Bound.of(schema, "maximum", "exclusiveMaximum", 1);
        return new NodeCheck(
                types,
                least.value(),
                least.exclusive(),
                greatest.value(),
                greatest.exclusive(),
                schema.path("minLength").asInt(-1),
                schema.path("maxLength").asInt(-1),
                literals,
                pattern,
                properties,
                required(schema),
                schema.path("additionalProperties").isBoolean()
                        && !schema.path("additionalProperties").booleanValue(),
                itemCheck,
                schema.path("minItems").asInt(-1),
                schema.path("maxItems").asInt(-1));
    }

    /** The names in {@code required}. */
    static List<String> required(JsonNode schema) {
        List<String> names = new ArrayList<>();
        schema.path("required").forEach(name -> names.add(name.asText()));
        return names;
    }

    /** Types of the schema, or of all branches of an anyOf that differ in nothing else; null if they do. */
    private static @Nullable Integer types(JsonNode schema) {
        int own = ValueTypes.of(schema.get("type"));
        if (!schema.has("anyOf")) {
            return own;
        }
        int branches = 0;
        for (JsonNode branch : schema.get("anyOf")) {
            if (branch.isBoolean()) {
                return null;
            }
            if (!isPlain(branch, "type")) {
                return null;
            }
            branches |= ValueTypes.of(branch.get("type"));
        }
        return own & branches;
    }

    private static boolean all(JsonNode schema, Predicate<JsonNode> expected, String... keywords) {
        for (String keyword : keywords) {
            if (schema.has(keyword) && !expected.test(schema.get(keyword))) {
                return false;
            }
        }
        return true;
    }

    /** The values in {@code enum} or {@code const}: only texts, booleans and null, for equal numbers are the judge's. */
    private static @Nullable Set<String> literals(JsonNode schema) {
        boolean constant = schema.has("const");
        JsonNode values =
                constant ? JsonNodeFactory.instance.arrayNode().add(schema.get("const")) : schema.path("enum");
        if (!values.isArray() || (constant && schema.has("enum"))) {
            return null;
        }
        Set<String> literals = new HashSet<>();
        for (JsonNode value : values) {
            if (value.isTextual()) {
                literals.add('"' + value.asText());
            } else if (value.isBoolean() || value.isNull()) {
                literals.add(value.asText());
            } else {
                return null;
            }
        }
        return literals;
    }

    /** The pattern as the judge reads it; null if there is none, or none that can be read. */
    private static @Nullable Pattern pattern(JsonNode pattern) {
        try {
            return pattern.isTextual() ? Pattern.compile(pattern.asText()) : null;
        } catch (PatternSyntaxException unusable) {
            return null;
        }
    }

    /** The schema that null may come instead of, as some write it with anyOf; null if this is no such schema. */
    private static @Nullable JsonNode nullable(JsonNode schema) {
        JsonNode branches = schema.path("anyOf");
        if (branches.size() != 2 || schema.has("type") || !isPlain(schema, "anyOf")) {
            return null;
        }
        int at = isOnlyNull(branches.path(0)) ? 0 : 1;
        return isOnlyNull(branches.path(at)) ? branches.path(1 - at) : null;
    }

    private static boolean isOnlyNull(JsonNode schema) {
        return schema.path("type").asText("").equals("null") && isPlain(schema, "type");
    }

    /** Whether it says nothing of a value but by that keyword. */
    private static boolean isPlain(JsonNode schema, String keyword) {
        for (Map.Entry<String, JsonNode> entry : schema.properties()) {
            if (!entry.getKey().equals(keyword) && !PLAIN.contains(entry.getKey())) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Map<String, NodeCheck> properties(JsonNode properties) {
        Map<String, NodeCheck> checks = new HashMap<>();
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            NodeCheck check = compile(property.getValue());
            if (check == null) {
                return null;
            }
            checks.put(property.getKey(), check);
        }
        return checks;
    }

    /** A limit for numbers; both forms of the exclusive keywords, the tighter one winning. */
    private record Bound(@Nullable BigDecimal value, boolean exclusive) {
        static Bound of(JsonNode schema, String keyword, String exclusiveKeyword, int outward) {
            BigDecimal plain = schema.has(keyword) ? schema.get(keyword).decimalValue() : null;
            JsonNode exclusive = schema.get(exclusiveKeyword);
            if (exclusive == null) {
                return new Bound(plain, false);
            }
            if (exclusive.isBoolean()) {
                return new Bound(plain, exclusive.booleanValue());
            }
            BigDecimal strict = exclusive.decimalValue();
            boolean strictIsTighter = plain == null || strict.compareTo(plain) * outward <= 0;
            return strictIsTighter ? new Bound(strict, true) : new Bound(plain, false);
        }
    }
}
