package bizops.singer.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds a {@link Config} from {@code --config} files, the environment and the schema's defaults.
 *
 * <p>Later files win over earlier ones. A variable fills what no file sets; with the literal source {@code ENV} it wins
 * over files. All problems are reported at once. Owned by one thread.
 */
public final class ConfigLoader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String program;
    private final SettingsSchema schema;
    private final Map<String, String> environment;
    private final InputStream stdin;

    /** @param stdin read for the source {@code -}; a target must not offer it, its messages come there */
    public ConfigLoader(String program, SettingsSchema schema, Map<String, String> environment, InputStream stdin) {
        this.program = program;
        this.schema = schema;
        this.environment = environment;
        this.stdin = stdin;
    }

    /**
     * Loads and checks the settings.
     *
     * @param sources file names, {@code ENV}, or {@code -} for standard input, in the order given
     * @throws bizops.singer.error.ConfigException with every problem
     */
    public Config load(List<String> sources) {
        Problems problems = new Problems();
        Strictness strictness = Strictness.of(environment);
        SecretFiles secretFiles = new SecretFiles(strictness, problems);
        SettingsFile files = new SettingsFile(schema, problems, secretFiles);
        Map<String, Given> settings = new LinkedHashMap<>();
        for (String source : sources) {
            if (!source.equals("ENV")) {
                settings.putAll(files.read(source, content(source)));
            }
        }
        EnvironmentSettings variables = new EnvironmentSettings(program, schema, problems, secretFiles);
        boolean variablesWin = sources.contains("ENV");
        variables.read(environment).forEach((name, given) -> {
            if (variablesWin) {
                settings.put(name, given);
            } else {
                settings.putIfAbsent(name, given);
            }
        });
        new UrlSettings(schema, problems).fill(settings);
        new SettingsCheck(schema, variables).check(settings, problems);
        problems.throwIfAny();
        return new Config(schema, withDefaults(settings), strictness);
    }

    private byte[] content(String source) {
        if (!source.equals("-")) {
            return SettingsFile.bytes(Path.of(source));
        }
        try {
            return stdin.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Map<String, JsonNode> withDefaults(Map<String, Given> settings) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        settings.forEach((name, given) -> values.put(name, given.value()));
        for (Setting setting : schema.settings()) {
            if (!setting.defaultValue().isEmpty() && !values.containsKey(setting.name())) {
                values.put(setting.name(), defaultOf(setting));
            }
        }
        return values;
    }

    private static JsonNode defaultOf(Setting setting) {
        try {
            return JSON.readTree(setting.defaultValue());
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
