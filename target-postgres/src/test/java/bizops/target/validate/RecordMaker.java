package bizops.target.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Makes records that come close to a schema, on either side of it. */
final class RecordMaker {
    /** Texts that the column of each format takes. */
    static final Map<String, List<String>> FORMATS = Map.of(
            "date-time", List.of("2024-02-29T10:11:12Z", "2024-01-01T00:00:00.5+02:00"),
            "date", List.of("2024-02-29", "1999-12-31"),
            "time", List.of("10:11:12", "23:59:59.123"),
            "uuid", List.of("123e4567-e89b-12d3-a456-426614174000"),
            "singer.decimal", List.of("1.50", "-12", "1e3"));

    private final Sample sample;
    private final JsonNode root;

    RecordMaker(Sample sample, JsonNode root) {
        this.sample = sample;
        this.root = root;
    }

    ObjectNode record() {
        ObjectNode record = Sample.NODES.objectNode();
        for (Map.Entry<String, JsonNode> property : root.path("properties").properties()) {
            if (sample.chance(0.85)) {
                record.set(property.getKey(), property(property.getKey(), property.getValue()));
            }
        }
        if (sample.chance(0.08)) {
            record.set("d", sample.anything(2));
        }
        if (sample.chance(0.08)) {
            record.put("_sdc_deleted_at", sample.chance(0.8) ? "2024-02-29T10:11:12Z" : null);
        }
        if (sample.chance(0.05)) {
            record.set("_sdc_extracted_at", sample.anything(2));
        }
        return record;
    }

    private JsonNode property(String name, JsonNode schema) {
        if (name.startsWith("_sdc_")) {
            return sample.scalar(); // its column is a text, and nothing else holds for it
        }
        List<String> texts = FORMATS.get(schema.path("format").asText(""));
        if (texts == null) {
            return value(schema, 0);
        }
        return switch (sample.below(8)) {
            case 0 -> Sample.NODES.nullNode();
            case 1 -> Sample.NODES.textNode("");
            case 2 -> Sample.NODES.booleanNode(true);
            case 3 -> Sample.NODES.objectNode();
            default -> Sample.NODES.textNode(sample.one(texts));
        };
    }

    private JsonNode value(JsonNode schema, int depth) {
        if (!schema.isObject() || depth > 6 || sample.chance(0.08)) {
            return sample.anything(depth);
        }
        if (schema.has("$ref")) {
            return value(root.at(schema.path("$ref").asText().substring(1)), depth + 1);
        }
        if (schema.has("const") && sample.chance(0.7)) {
            return schema.path("const");
        }
        if (schema.has("enum") && sample.chance(0.7)) {
            return schema.path("enum").path(sample.below(schema.path("enum").size()));
        }
        if (!schema.has("type")) {
            for (String keyword : List.of("anyOf", "oneOf", "allOf")) {
                JsonNode part = schema.path(keyword);
                if (part.isArray()) {
                    return value(part.path(keyword.equals("allOf") ? 0 : sample.below(part.size())), depth + 1);
                }
            }
            return sample.anything(depth);
        }
        JsonNode type = schema.path("type");
        return ofType(type.isArray() && !type.isEmpty() ? type.path(sample.below(type.size())) : type, schema, depth);
    }

    private JsonNode ofType(JsonNode type, JsonNode schema, int depth) {
        return switch (type.asText("")) {
            case "null" -> Sample.NODES.nullNode();
            case "boolean" ->
                sample.chance(0.1) ? Sample.NODES.textNode("true") : Sample.NODES.booleanNode(sample.chance(0.5));
            case "integer" -> sample.chance(0.1) ? sample.text() : sample.whole();
            case "number" -> sample.chance(0.1) ? sample.text() : sample.number();
            case "string" -> sample.text();
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            default -> sample.anything(depth);
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = Sample.NODES.objectNode();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (sample.chance(0.75)) {
                object.set(property.getKey(), value(property.getValue(), depth + 1));
            }
        }
        for (JsonNode name : schema.path("required")) {
            if (!object.has(name.asText()) && sample.chance(0.7)) {
                object.set(name.asText(), sample.scalar());
            }
        }
        if (sample.chance(0.25)) {
            object.set(sample.name(), sample.anything(depth + 1));
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = Sample.NODES.arrayNode();
        JsonNode items = schema.path("items");
        for (int i = 0; i < sample.below(4); i++) {
            array.add(value(items.isArray() ? items.path(i) : items, depth + 1));
        }
        return array;
    }
}
