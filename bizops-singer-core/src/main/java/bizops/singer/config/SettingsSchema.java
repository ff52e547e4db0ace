package bizops.singer.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of one executable: a JSON Schema (draft 7) of an object whose properties are the settings. Beside the
 * schema's own keywords a property may carry {@code secret}, {@code x-aliases} (other names that are honoured) and
 * {@code x-env} (further environment variables); a text that carries
 * {@code x-connection-url} fills the settings host, port, user, password, database and ssl_* from a URL; {@code x-partial} beside {@code properties} says that files hold other
 * settings too, which are another program's. Immutable.
 */
public final class SettingsSchema {
    private static final ObjectMapper JSON = new ObjectMapper();

    static final String CONNECTION_URL = "x-connection-url";

    private final JsonNode root;
    private final Map<String, Setting> settings = new LinkedHashMap<>();
    private final Map<String, String> canonicalNames = new LinkedHashMap<>();

    private SettingsSchema(JsonNode root) {
        this.root = root;
        Set<String> required = new HashSet<>();
        root.path("required").forEach(name -> required.add(name.asText()));
        root.path("properties").properties().forEach(property -> {
            Setting setting = Setting.of(property.getKey(), property.getValue(), required.contains(property.getKey()));
            settings.put(setting.name(), setting);
            canonicalNames.put(setting.name(), setting.name());
            setting.aliases().forEach(alias -> canonicalNames.put(alias, setting.name()));
        });
    }

    /** Reads the schema from a resource beside {@code anchor}; a missing or broken one is a defect. */
    public static SettingsSchema load(Class<?> anchor, String resource) {
        try (InputStream in = anchor.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource + " beside " + anchor.getName());
            }
            return new SettingsSchema(JSON.readTree(in));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Reads the schema from its JSON text; for authors who keep it in the source. */
    public static SettingsSchema parse(String json) {
        try {
            return new SettingsSchema(JSON.readTree(json));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** These settings and then those of {@code more}; of a name in both, this one's holds. */
    public SettingsSchema and(SettingsSchema more) {
        ObjectNode both = root.deepCopy();
        ObjectNode properties = both.withObject("properties");
        more.root.path("properties").properties().forEach(property -> {
            if (!properties.has(property.getKey())) {
                properties.set(property.getKey(), property.getValue());
            }
        });
        more.root.path("required").forEach(both.withArray("required")::add);
        if (both.path("required").isEmpty()) {
            both.remove("required");
        }
        return new SettingsSchema(both);
    }

    JsonNode root() {
        return root;
    }

    /** Whether files hold other settings too, which are another program's ({@code x-partial}). */
    boolean isPartial() {
        return root.path("x-partial").asBoolean(false);
    }

    /** What the executable is for, as the schema's own {@code description} says; may be empty. */
    public String description() {
        return root.path("description").asText("");
    }

    /** The schema as JSON text, as {@code --about} prints it. */
    public String json() {
        return root.toString();
    }

    /** Every setting in the schema's order. */
    public List<Setting> settings() {
        return List.copyOf(settings.values());
    }

    /** The setting of that canonical name. */
    public Optional<Setting> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    /** The canonical name behind a name or alias. */
    Optional<String> canonical(String nameOrAlias) {
        return Optional.ofNullable(canonicalNames.get(nameOrAlias));
    }

    /** The setting that fills others from a URL. */
    Optional<String> connectionUrl() {
        return root.path("properties").properties().stream()
                .filter(property -> property.getValue().path(CONNECTION_URL).asBoolean(false))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** All names and aliases, for suggestions. */
    Set<String> knownNames() {
        return canonicalNames.keySet();
    }
}
