package bizops.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The raw rows of the worked example, one file an object and one row a line, as a tap would send them. */
public final class ExampleMessages {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Marketo's assets have {@code Z+0000}, which is no date-time of JSON Schema: it lands as text. */
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|\\+0000)");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private ExampleMessages() {}

    /** Writes the messages of a vendor's folder: schema and rows of each object, and one state at the end. */
    public static Path write(Path rows, Path messages) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(rows)) {
            for (Path file : files.sorted().toList()) {
                object(String.valueOf(file.getFileName()).replace(".jsonl", ""), file, lines);
            }
        }
        lines.add("{\"type\":\"STATE\",\"value\":{\"bookmarks\":{}}}");
        return Files.write(messages, lines);
    }

    private static void object(String name, Path file, List<String> lines) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            rows.add(JSON.readTree(line));
        }
        ObjectNode schema = JSON.createObjectNode().put("type", "SCHEMA").put("stream", name);
        schema.putObject("schema").put("type", "object").set("properties", JSON.valueToTree(properties(rows)));
        schema.putArray("key_properties").add(key(rows.get(0)));
        lines.add(schema.toString());
        for (JsonNode row : rows) {
            ObjectNode message = JSON.createObjectNode().put("type", "RECORD").put("stream", name);
            lines.add(message.set("record", row).toString());
        }
    }

    private static String key(JsonNode row) {
        return Stream.of("marketoGUID", "Id", "id").filter(row::has).findFirst().orElseThrow();
    }

    private static Map<String, JsonNode> properties(List<JsonNode> rows) {
        Map<String, JsonNode> properties = new TreeMap<>();
        for (JsonNode row : rows) {
            row.properties().forEach(field -> {
                if (!field.getValue().isNull() || !properties.containsKey(field.getKey())) {
                    properties.put(field.getKey(), type(field.getValue()));
                }
            });
        }
        return properties;
    }

    /** A vendor's metadata knows the type of a field that no row fills; here it counts as text. */
    private static JsonNode type(JsonNode value) {
        ObjectNode type = JSON.createObjectNode();
        String name = switch (value.getNodeType()) {
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case ARRAY -> "array";
            default -> "string";
        };
        type.putArray("type").add("null").add(name);
        if (INSTANT.matcher(value.asText()).matches()) {
            type.put("format", "date-time");
        } else if (DAY.matcher(value.asText()).matches()) {
            type.put("format", "date");
        }
        return type;
    }
}
