package bizops.target.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.everit.json.schema.Schema;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.everit.json.schema.regexp.RE2JRegexpFactory;
import org.json.JSONArray;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/**
 * Whether a record satisfies its schema, by Everit and by what the target promises about schemas as taps write them.
 * Shares no code with the target, so that the two can be held against each other.
 */
final class Oracle {
    private static final Set<String> NO_RULES = Set.of("format", "multipleOf", "$schema", "id", "$id", "nullable");
    private static final Set<String> HOLDS_SCHEMA = Set.of(
            "items",
            "additionalItems",
            "additionalProperties",
            "not",
            "if",
            "then",
            "else",
            "contains",
            "propertyNames",
            "anyOf",
            "oneOf",
            "allOf");
    private static final Set<String> HOLDS_NAMED_SCHEMAS =
            Set.of("properties", "patternProperties", "definitions", "$defs", "dependencies");
    private static final List<String> TYPES =
            List.of("null", "boolean", "integer", "number", "string", "object", "array");

    private final Map<String, Kind> kinds;
    private final boolean four;
    private final JSONObject rules;
    private final Schema schema;
    private @Nullable Schema schemaOfDeletes;

    /** What a property's schema asks for, which decides what a text stands for. */
    enum Kind {
        NUMBER,
        BOOLEAN,
        /** Texts, or anything. */
        OTHER
    }

    /** @param kinds of the properties whose schemas let no texts in */
    Oracle(ObjectNode schema, Map<String, Kind> kinds) {
        this.kinds = kinds;
        this.four = isDraftFour(schema);
        this.rules = (JSONObject) rules(schema);
        withoutMetadata(rules);
        withoutUnusable(rules, four);
        this.schema = load(rules, four);
    }

    boolean accepts(ObjectNode record) {
        JSONObject judged = new JSONObject();
        record.properties().forEach(field -> {
            if (!field.getKey().startsWith("_sdc_")) {
                judged.put(field.getKey(), meant(field.getValue(), kinds.get(field.getKey())));
            }
        });
        boolean delete = !record.path("_sdc_deleted_at").isMissingNode()
                && !record.path("_sdc_deleted_at").isNull();
        try {
            (delete ? schemaOfDeletes() : schema).validate(judged);
            return true;
        } catch (ValidationException refused) {
            return false;
        }
    }

    private Schema schemaOfDeletes() {
        if (schemaOfDeletes == null) {
            rules.remove("required");
            schemaOfDeletes = load(rules, four);
        }
        return schemaOfDeletes;
    }

    private static Object meant(JsonNode value, @Nullable Kind kind) {
        if (!value.isTextual() || kind == null || kind == Kind.OTHER) {
            return plain(value);
        }
        String text = value.asText();
        if (text.isEmpty()) {
            return JSONObject.NULL;
        }
        if (kind == Kind.BOOLEAN) {
            boolean literal = text.equals("true") || text.equals("false");
            return literal ? (Object) Boolean.valueOf(text) : text;
        }
        return text.matches("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?") ? number(new BigDecimal(text)) : text;
    }

    private static boolean isDraftFour(JsonNode schema) {
        String declared = schema.path("$schema").asText("");
        if (!declared.isEmpty()) {
            return declared.contains("draft-04");
        }
        return schema.findValues("exclusiveMinimum").stream().anyMatch(JsonNode::isBoolean)
                || schema.findValues("exclusiveMaximum").stream().anyMatch(JsonNode::isBoolean);
    }

    /** The schema without what is no rule, forms that taps write put right, numbers by their value. */
    private static Object rules(JsonNode node) {
        if (!(node instanceof ObjectNode schema)) {
            return plain(node);
        }
        JSONObject rules = new JSONObject();
        for (Map.Entry<String, JsonNode> entry : schema.properties()) {
            String keyword = entry.getKey();
            JsonNode value = entry.getValue();
            if (NO_RULES.contains(keyword)
                    || (keyword.equals("required") && !value.isArray())
                    || (keyword.equals("type") && !isType(value))) {
                continue;
            }
            if (HOLDS_NAMED_SCHEMAS.contains(keyword) && value.isObject()) {
                JSONObject named = new JSONObject();
                value.properties().forEach(part -> named.put(part.getKey(), rules(part.getValue())));
                rules.put(keyword, named);
            } else if (HOLDS_SCHEMA.contains(keyword)) {
                rules.put(keyword, value instanceof ArrayNode list ? each(list) : rules(value));
            } else {
                rules.put(keyword, plain(value));
            }
        }
        if (schema.path("nullable").asBoolean(false)) {
            allowNull(rules);
        }
        return rules;
    }

    private static JSONArray each(ArrayNode list) {
        JSONArray all = new JSONArray();
        list.forEach(part -> all.put(rules(part)));
        return all;
    }

    private static boolean isType(JsonNode type) {
        if (type.isTextual()) {
            return TYPES.contains(type.asText());
        }
        boolean all = type.isArray() && !type.isEmpty();
        for (JsonNode name : type) {
            all &= TYPES.contains(name.asText());
        }
        return all;
    }

    private static void allowNull(JSONObject rules) {
        Object type = rules.opt("type");
        if (type instanceof String name) {
            rules.put("type", new JSONArray().put(name).put("null"));
        } else if (type instanceof JSONArray names) {
            names.put("null");
        }
        if (rules.opt("enum") instanceof JSONArray values) {
            values.put(JSONObject.NULL);
        }
    }

    private static void withoutMetadata(JSONObject rules) {
        if (rules.opt("properties") instanceof JSONObject properties) {
            properties.keySet().removeIf(name -> name.startsWith("_sdc_"));
        }
        if (rules.opt("required") instanceof JSONArray required) {
            Iterator<Object> names = required.iterator();
            while (names.hasNext()) {
                if (String.valueOf(names.next()).startsWith("_sdc_")) {
                    names.remove();
                }
            }
        }
    }

    /** A property or keyword that cannot be used counts for nothing; the generator makes few ways of being so. */
    private static void withoutUnusable(JSONObject rules, boolean four) {
        if (rules.opt("properties") instanceof JSONObject properties) {
            for (String name : Set.copyOf(properties.keySet())) {
                if (isUnusable(properties.get(name), four)) {
                    properties.put(name, new JSONObject());
                }
            }
        }
        for (String keyword : Set.copyOf(rules.keySet())) {
            if (!keyword.equals("properties") && isUnusable(new JSONObject().put(keyword, rules.get(keyword)), four)) {
                rules.remove(keyword);
            }
        }
    }

    private static boolean isUnusable(Object part, boolean four) {
        if (part instanceof JSONArray list) {
            for (Object item : list) {
                if (isUnusable(item, four)) {
                    return true;
                }
            }
            return false;
        }
        if (!(part instanceof JSONObject object)) {
            return false;
        }
        for (String keyword : object.keySet()) {
            Object value = object.get(keyword);
            boolean exclusive = keyword.startsWith("exclusive") && (value instanceof Boolean) != four;
            boolean pattern = keyword.equals("pattern") && !compiles(String.valueOf(value));
            boolean patterns = keyword.equals("patternProperties")
                    && !((JSONObject) value).keySet().stream().allMatch(Oracle::compiles);
            if (exclusive || pattern || patterns || isUnusable(value, four)) {
                return true;
            }
        }
        return false;
    }

    private static boolean compiles(String pattern) {
        try {
            return Pattern.compile(pattern) != null;
        } catch (PatternSyntaxException unusable) {
            return false;
        }
    }

    private static Schema load(JSONObject rules, boolean four) {
        SchemaLoader.SchemaLoaderBuilder loader =
                SchemaLoader.builder().schemaJson(rules).regexpFactory(new RE2JRegexpFactory());
        return (four ? loader : loader.draftV7Support()).build().load().build();
    }

    private static Object plain(JsonNode value) {
        if (value instanceof ObjectNode object) {
            JSONObject all = new JSONObject();
            object.properties().forEach(field -> all.put(field.getKey(), plain(field.getValue())));
            return all;
        }
        if (value instanceof ArrayNode list) {
            JSONArray all = new JSONArray();
            list.forEach(item -> all.put(plain(item)));
            return all;
        }
        if (value.isNumber()) {
            return number(value.decimalValue());
        }
        return value.isNull() ? JSONObject.NULL : value.isBoolean() ? (Object) value.booleanValue() : value.asText();
    }

    /** Everit compares numbers of one class by equals and takes only its own classes for integers. */
    private static Object number(BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        if (shortest.scale() > 0) {
            return shortest;
        }
        BigInteger whole = shortest.toBigIntegerExact();
        if (whole.bitLength() < Integer.SIZE) {
            return whole.intValue();
        }
        return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
    }
}
