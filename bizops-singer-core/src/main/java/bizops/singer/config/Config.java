package bizops.singer.config;

import bizops.singer.error.ConfigException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checked settings, read by name and type once at the edge of a program. Asking for a name that the schema does not
 * have is a defect. Immutable.
 */
public final class Config {
    private final SettingsSchema schema;
    private final Map<String, JsonNode> values;
    private final Strictness strictness;

    Config(SettingsSchema schema, Map<String, JsonNode> values, Strictness strictness) {
        this.schema = schema;
        this.strictness = strictness;
        this.values = Map.copyOf(values);
        for (Setting setting : schema.settings()) {
            if (setting.secret() && values.containsKey(setting.name())) {
                var unused = secret(setting.name());
            }
        }
    }

    /** Whether what is only warned of otherwise is refused. */
    public Strictness strictness() {
        return strictness;
    }

    /** Whether the setting was given or has a default. */
    public boolean has(String name) {
        return find(name).isPresent();
    }

    public String string(String name) {
        return optionalString(name).orElseThrow(() -> missing(name));
    }

    public Optional<String> optionalString(String name) {
        return find(name).map(JsonNode::asText);
    }

    public int integer(String name) {
        return find(name).orElseThrow(() -> missing(name)).intValue();
    }

    public long longInteger(String name) {
        return find(name).orElseThrow(() -> missing(name)).longValue();
    }

    public boolean bool(String name) {
        return find(name).orElseThrow(() -> missing(name)).booleanValue();
    }

    public Secret secret(String name) {
        return optionalSecret(name).orElseThrow(() -> missing(name));
    }

    public Optional<Secret> optionalSecret(String name) {
        return find(name).map(JsonNode::asText).map(Secret::new);
    }

    /** The texts of an array setting; a single text counts as a list of one; empty where it is not set. */
    public List<String> strings(String name) {
        List<String> texts = new ArrayList<>();
        find(name).ifPresent(node -> {
            if (node.isArray()) {
                node.forEach(item -> texts.add(item.asText()));
            } else {
                texts.add(node.asText());
            }
        });
        return texts;
    }

    /** The members of an object setting as texts (nested values as JSON text); empty where it is not set. */
    public Map<String, String> stringMap(String name) {
        Map<String, String> members = new LinkedHashMap<>();
        find(name)
                .ifPresent(node -> node.properties()
                        .forEach(member -> members.put(
                                member.getKey(),
                                member.getValue().isValueNode()
                                        ? member.getValue().asText()
                                        : member.getValue().toString())));
        return members;
    }

    /** The JSON text of a setting of any shape. */
    public Optional<String> json(String name) {
        return find(name).map(JsonNode::toString);
    }

    /** An instant given as RFC 3339 date-time, or as a date, which means its midnight in UTC. */
    public Optional<Instant> optionalInstant(String name) {
        return optionalString(name).map(text -> {
            try {
                return text.length() == 10
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException wrong) {
                throw new ConfigException(
                        "'" + name + "' must be a date-time with zone such as 2024-01-31T00:00:00Z, got \"" + text
                                + "\"",
                        wrong);
            }
        });
    }

    private Optional<JsonNode> find(String name) {
        if (schema.setting(name).isEmpty()) {
            throw new IllegalArgumentException("the settings schema has no '" + name + "'");
        }
        return Optional.ofNullable(values.get(name));
    }

    private static ConfigException missing(String name) {
        return new ConfigException("'" + name + "' is required: set it in a --config file");
    }
}
