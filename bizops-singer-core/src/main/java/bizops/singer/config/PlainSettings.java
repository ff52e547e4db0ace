package bizops.singer.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * Settles in a moment what nearly every configuration is: valid, and under a schema of plain keywords. So Everit, which
 * takes longer to load than everything else at a start, is needed only for what may be wrong. Holds nothing.
 */
final class PlainSettings {
    private static final Set<String> ROOT_KEYWORDS =
            Set.of("$schema", "$id", "title", "description", "type", "required", "properties", "x-partial");
    private static final Set<String> KEYWORDS = Set.of(
            "type",
            "enum",
            "minimum",
            "maximum",
            "minLength",
            "title",
            "description",
            "default",
            "examples",
            "format",
            "secret",
            "writeOnly",
            "x-aliases",
            "x-env",
            SettingsSchema.CONNECTION_URL);

    private PlainSettings() {}

    /** Whether the settings surely satisfy the schema; false says nothing against them. */
    static boolean satisfy(JsonNode schema, Map<String, Given> settings) {
        if (!onlyHas(schema, ROOT_KEYWORDS)
                || !schema.path("type").asText("object").equals("object")) {
            return false;
        }
        for (JsonNode name : schema.path("required")) {
            if (!settings.containsKey(name.asText())) {
                return false;
            }
        }
        return settings.entrySet().stream().allMatch(setting -> {
            JsonNode property = schema.path("properties").path(setting.getKey());
            return property.isObject() && satisfies(property, setting.getValue().value());
        });
    }

    private static boolean satisfies(JsonNode property, JsonNode value) {
        if (!onlyHas(property, KEYWORDS) || !isOfType(property.path("type"), value)) {
            return false;
        }
        JsonNode values = property.path("enum");
        if (values.isArray() && !contains(values, value)) {
            return false;
        }
        if (value.isIntegralNumber()) {
            return value.canConvertToLong() && isWithin(property, value.longValue());
        }
        if (value.isNumber()) {
            return !property.has("minimum") && !property.has("maximum");
        }
        boolean longEnough = !value.isTextual()
                || value.textValue().codePointCount(0, value.textValue().length())
                        >= property.path("minLength").asInt(0);
        return value.isValueNode() && longEnough;
    }

    private static boolean isWithin(JsonNode property, long value) {
        JsonNode least = property.path("minimum");
        JsonNode greatest = property.path("maximum");
        return (least.isMissingNode()
                        || (least.canConvertToLong() && least.isIntegralNumber() && value >= least.longValue()))
                && (greatest.isMissingNode()
                        || (greatest.canConvertToLong()
                                && greatest.isIntegralNumber()
                                && value <= greatest.longValue()));
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode one : values) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfType(JsonNode type, JsonNode value) {
        if (type.isTextual()) {
            return isOfType(type.textValue(), value);
        }
        for (JsonNode one : type) {
            if (isOfType(one.asText(), value)) {
                return true;
            }
        }
        return type.isMissingNode();
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "null" -> value.isNull();
            default -> false; // objects and arrays may hold anything
        };
    }

    private static boolean onlyHas(JsonNode node, Set<String> keywords) {
        return node.properties().stream().allMatch(keyword -> keywords.contains(keyword.getKey()));
    }
}
