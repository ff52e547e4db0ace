package bizops.singer.config;

import bizops.singer.error.ConfigException;
import bizops.singer.error.Suggestion;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one {@code --config} file into settings by canonical name: aliases resolved, {@code *_file} settings read. */
final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final String FILE_SUFFIX = "_file";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final SettingsSchema schema;
    private final Problems problems;
    private final SecretFiles secretFiles;

    SettingsFile(SettingsSchema schema, Problems problems, SecretFiles secretFiles) {
        this.schema = schema;
        this.problems = problems;
        this.secretFiles = secretFiles;
    }

    Map<String, Given> read(String name, byte[] content) {
        Map<String, Given> settings = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : parse(name, content).properties()) {
            if (!entry.getValue().isNull()) {
                take(name, entry.getKey(), entry.getValue(), settings);
            }
        }
        return settings;
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new ConfigException("config file " + file + " does not exist", missing);
        } catch (IOException unreadable) {
            throw new ConfigException(
                    "config file " + file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static JsonNode parse(String name, byte[] content) {
        JsonNode root;
        try {
            root = JSON.readTree(content);
        } catch (JsonProcessingException broken) {
            var at = broken.getLocation();
            String where = at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
            // The parser's own message can quote a piece of the file, and the file may hold secrets.
            throw new ConfigException("config file " + name + where + ": this is no valid JSON", broken);
        } catch (IOException unreadable) {
            throw new ConfigException("config file " + name + " cannot be read", unreadable);
        }
        if (!root.isObject()) {
            throw new ConfigException("config file " + name + " must hold one JSON object");
        }
        return root;
    }

    private void take(String file, String key, JsonNode value, Map<String, Given> settings) {
        Optional<String> canonical = schema.canonical(key);
        if (canonical.isPresent()) {
            if (!canonical.get().equals(key)) {
                LOG.info("setting '{}' is read as '{}'", key, canonical.get());
            }
            if (schema.setting(canonical.get()).filter(Setting::secret).isPresent()) {
                secretFiles.hold(canonical.get(), file);
            }
            put(file, key, canonical.get(), value, settings);
            return;
        }
        Optional<Setting> secret = secretReadFromFile(schema, key);
        if (secret.isPresent()) {
            secretFiles.hold(secret.get().name(), value.asText());
            put(file, key, secret.get().name(), contentOf(key, value.asText()), settings);
            return;
        }
        if (schema.isPartial()) {
            return;
        }
        LOG.warn("unknown setting '{}' in {} is ignored{}", key, file, Suggestion.hint(key, schema.knownNames()));
    }

    private void put(String file, String key, String canonical, JsonNode value, Map<String, Given> settings) {
        Given earlier = settings.put(canonical, new Given(value, file));
        if (earlier != null && !earlier.value().equals(value)) {
            problems.add("'" + canonical + "' is given twice in " + file + ", once as '" + key
                    + "', with different values: keep one");
        }
    }

    /** The secret setting that {@code key} names with {@code _file} at its end. */
    static Optional<Setting> secretReadFromFile(SettingsSchema schema, String key) {
        if (!key.endsWith(FILE_SUFFIX)) {
            return Optional.empty();
        }
        return schema.canonical(key.substring(0, key.length() - FILE_SUFFIX.length()))
                .flatMap(schema::setting)
                .filter(Setting::secret);
    }

    /** The text of the named file without its last line break. */
    static JsonNode contentOf(String key, String file) {
        try {
            String text = Files.readString(Path.of(file), StandardCharsets.UTF_8);
            return TextNode.valueOf(text.replaceFirst("\\R\\z", ""));
        } catch (IOException unreadable) {
            throw new ConfigException("'" + key + "': file " + file + " cannot be read", unreadable);
        }
    }
}
