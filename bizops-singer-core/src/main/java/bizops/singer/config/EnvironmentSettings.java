package bizops.singer.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads settings from environment variables, typed as the schema says; names are logged, values never. */
final class EnvironmentSettings {
    private static final Logger LOG = LoggerFactory.getLogger(EnvironmentSettings.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> YES = Set.of("true", "1", "yes", "on");
    private static final Set<String> NO = Set.of("false", "0", "no", "off");

    private final String prefix;
    private final SettingsSchema schema;
    private final Problems problems;
    private final SecretFiles secretFiles;

    EnvironmentSettings(String program, SettingsSchema schema, Problems problems, SecretFiles secretFiles) {
        this.prefix = variable(program) + "_";
        this.schema = schema;
        this.problems = problems;
        this.secretFiles = secretFiles;
    }

    Map<String, Given> read(Map<String, String> environment) {
        Map<String, Given> settings = new LinkedHashMap<>();
        for (Setting setting : schema.settings()) {
            for (String name : variables(setting)) {
                Given given = given(setting, name, environment);
                if (given != null) {
                    settings.put(setting.name(), given);
                    break;
                }
            }
        }
        return settings;
    }

    /** The variables that can set {@code setting}, the strongest first. */
    List<String> variables(Setting setting) {
        List<String> names = new ArrayList<>();
        names.add(prefix + variable(setting.name()));
        setting.aliases().forEach(alias -> names.add(prefix + variable(alias)));
        names.addAll(setting.environment());
        return names;
    }

    private @Nullable Given given(Setting setting, String name, Map<String, String> environment) {
        String text = environment.getOrDefault(name, "");
        if (!text.isEmpty()) {
            LOG.debug("setting '{}' is taken from {}", setting.name(), name);
            JsonNode value = typed(setting, name, text);
            return value == null ? null : new Given(value, name);
        }
        String file = setting.secret() ? environment.getOrDefault(name + "_FILE", "") : "";
        if (file.isEmpty()) {
            return null;
        }
        secretFiles.hold(setting.name(), file);
        return new Given(SettingsFile.contentOf(name + "_FILE", file), name + "_FILE");
    }

    private @Nullable JsonNode typed(Setting setting, String name, String text) {
        try {
            return switch (setting.type()) {
                case "boolean" -> bool(text);
                case "integer", "number" -> JsonNodeFactory.instance.numberNode(new BigDecimal(text.strip()));
                case "array" -> text.stripLeading().startsWith("[") ? JSON.readTree(text) : list(text);
                case "object" -> JSON.readTree(text);
                default -> TextNode.valueOf(text);
            };
        } catch (NumberFormatException | JsonProcessingException wrong) {
            problems.add("variable " + name + " must hold " + article(setting.type()));
            return null;
        }
    }

    private static JsonNode bool(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw new NumberFormatException(word);
        }
        return BooleanNode.valueOf(YES.contains(word));
    }

    private static ArrayNode list(String text) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (String item : text.split(",", -1)) {
            items.add(item.strip());
        }
        return items;
    }

    private static String article(String type) {
        return switch (type) {
            case "boolean" -> "true or false";
            case "integer" -> "an integer";
            case "number" -> "a number";
            default -> "JSON of type " + type;
        };
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
