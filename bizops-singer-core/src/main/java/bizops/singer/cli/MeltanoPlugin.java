package bizops.singer.cli;

import bizops.singer.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plugin definition of Meltano (Plugin definition syntax in its reference), for {@code meltano add --from-ref}: YAML, in
 * which each text stands as JSON writes it. Stateless.
 */
final class MeltanoPlugin {
    /** Those that Meltano knows; it warns of others. */
    private static final Set<String> CAPABILITIES = Set.of(
            "about",
            "activate-version",
            "batch",
            "catalog",
            "discover",
            "hard-delete",
            "properties",
            "schema-flattening",
            "soft-delete",
            "state",
            "stream-maps",
            "structured-logging",
            "target-schema",
            "test",
            "validate-records");

    /** Kinds of settings by JSON type; any other is a {@code string}. */
    private static final Map<String, String> KINDS = Map.of(
            "array", "array", "boolean", "boolean", "integer", "integer", "number", "decimal", "object", "object");

    private MeltanoPlugin() {}

    static String of(About about) {
        Map<String, @Nullable Object> schema = schema(about);
        StringBuilder yaml = new StringBuilder();
        String snake = about.name().replace('-', '_');
        yaml.append("name: ").append(about.name());
        yaml.append("\nvariant: bizops\nnamespace: ").append(snake);
        yaml.append("\nlabel: ")
                .append(text(label(about.name().substring(about.name().indexOf('-') + 1))));
        yaml.append("\ndescription: ").append(text(about.description()));
        yaml.append("\nexecutable: ").append(about.name());
        yaml.append("\ncapabilities: [")
                .append(String.join(
                        ", ",
                        about.capabilities().stream()
                                .filter(CAPABILITIES::contains)
                                .toList()))
                .append("]");
        if (schema.get("required") instanceof List<?> required && !required.isEmpty()) {
            yaml.append("\nsettings_group_validation:\n- ").append(Json.write(required));
        }
        yaml.append("\nsettings:");
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, property) -> {
                if (property instanceof Map<?, ?> facts) {
                    setting(yaml, String.valueOf(name), facts);
                }
            });
        }
        return yaml.toString();
    }

    private static void setting(StringBuilder yaml, String name, Map<?, ?> facts) {
        yaml.append("\n- name: ").append(name.replace(".", "\\."));
        yaml.append("\n  label: ").append(text(label(name)));
        yaml.append("\n  kind: ").append(kind(facts));
        if (facts.get("enum") instanceof List<?> values) {
            yaml.append("\n  options:");
            values.forEach(value -> yaml.append("\n  - {label: ")
                    .append(Json.write(String.valueOf(value)))
                    .append(", value: ")
                    .append(Json.write(value))
                    .append("}"));
        }
        if (Boolean.TRUE.equals(facts.get("secret"))) {
            yaml.append("\n  sensitive: true");
        }
        if (facts.get("x-env") instanceof List<?> variables && !variables.isEmpty()) {
            yaml.append("\n  env: ").append(variables.get(0));
        }
        if (facts.containsKey("default")) {
            yaml.append("\n  value: ").append(Json.write(facts.get("default")));
        }
        yaml.append("\n  description: ").append(Json.write(String.valueOf(facts.get("description"))));
    }

    private static String kind(Map<?, ?> facts) {
        if (facts.containsKey("enum")) {
            return "options";
        }
        if ("date-time".equals(facts.get("format"))) {
            return "date_iso8601";
        }
        return types(facts.get("type")).stream()
                .filter(type -> !type.equals("null"))
                .findFirst()
                .map(type -> KINDS.getOrDefault(type, "string"))
                .orElse("string");
    }

    private static List<String> types(@Nullable Object type) {
        List<String> types = new ArrayList<>();
        if (type instanceof String one) {
            types.add(one);
        }
        if (type instanceof List<?> several) {
            several.forEach(one -> types.add(String.valueOf(one)));
        }
        return types;
    }

    /** A name for people: {@code start_date} is "Start date". */
    private static String label(String name) {
        String words = name.replace('_', ' ').replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String text(String text) {
        return Json.write(text);
    }

    private static Map<String, @Nullable Object> schema(About about) {
        try {
            return Json.parseObject(about.settings().json());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
