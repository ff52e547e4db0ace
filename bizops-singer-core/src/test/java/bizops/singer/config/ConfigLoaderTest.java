package bizops.singer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.ConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
    private static final SettingsSchema SCHEMA = SettingsSchema.parse("""
            {"type": "object", "required": ["host"], "properties": {
              "host": {"type": "string", "x-env": ["PG_ADDRESS"], "x-aliases": ["postgres_host"]},
              "port": {"type": "integer", "default": 5432, "minimum": 1},
              "password": {"type": "string", "secret": true},
              "ssl_mode": {"type": "string", "enum": ["prefer", "require"], "default": "prefer"},
              "streams": {"type": "array", "items": {"type": "string"}},
              "strict": {"type": "boolean", "default": false},
              "start_date": {"type": "string", "format": "date-time"}}}
            """);

    @TempDir
    Path folder;

    @Test
    void laterFilesWinOverEarlierOnesAndDefaultsFillTheRest() throws IOException {
        String first = file("a.json", "{\"host\": \"one\", \"port\": 1}");
        String second = file("b.json", "{\"host\": \"two\"}");

        Config config = load(Map.of(), first, second);

        assertThat(config.string("host")).isEqualTo("two");
        assertThat(config.integer("port")).isEqualTo(1);
        assertThat(config.string("ssl_mode")).isEqualTo("prefer");
    }

    @Test
    void aVariableFillsWhatNoFileSetsAndWinsOnlyWithTheSourceEnv() throws IOException {
        String file = file("a.json", "{\"host\": \"file\"}");
        Map<String, String> variables = Map.of(
                "PG_ADDRESS",
                "variable",
                "TARGET_X_PORT",
                "6543",
                "TARGET_X_STRICT",
                "Yes",
                "TARGET_X_STREAMS",
                "a, b");

        Config filled = load(variables, file);
        Config overridden = load(variables, file, "ENV");

        assertThat(filled.string("host")).isEqualTo("file");
        assertThat(filled.integer("port")).isEqualTo(6543);
        assertThat(filled.bool("strict")).isTrue();
        assertThat(filled.strings("streams")).containsExactly("a", "b");
        assertThat(overridden.string("host")).isEqualTo("variable");
    }

    @Test
    void everyProblemIsNamedAtOnceWithTheSettingAndWhereItStands() throws IOException {
        String file = file("c.json", "{\"port\": \"x\", \"ssl_mode\": \"never\"}");

        assertThatThrownBy(() -> load(Map.of(), file))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        wrong -> assertThat(wrong.problems())
                                .containsExactlyInAnyOrder(
                                        "'host' is required: set it in a --config file or as variable TARGET_X_HOST or"
                                                + " TARGET_X_POSTGRES_HOST or PG_ADDRESS",
                                        "'port' must be of type integer, got \"x\" (" + file + ")",
                                        "'ssl_mode' must be one of prefer, require, got \"never\" (" + file + ")"));
    }

    @Test
    void aBooleanVariableThatIsNeitherYesNorNoIsAProblem() {
        assertThatThrownBy(() -> load(Map.of("PG_ADDRESS", "h", "TARGET_X_STRICT", "perhaps")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("variable TARGET_X_STRICT must hold true or false");
    }

    @Test
    void anAliasIsReadAndMayNotContradictItsSetting() throws IOException {
        assertThat(load(Map.of(), file("d.json", "{\"postgres_host\": \"h\"}")).string("host"))
                .isEqualTo("h");
        assertThatThrownBy(() -> load(Map.of(), file("e.json", "{\"host\": \"a\", \"postgres_host\": \"b\"}")))
                .hasMessageContaining("'host' is given twice");
    }

    @Test
    void aSecretComesFromAFileAndIsNeverShown() throws IOException {
        String password = file("password", "hunter22\n");

        Config config = load(Map.of(), file("f.json", "{\"host\": \"h\", \"password_file\": \"" + password + "\"}"));

        assertThat(config.secret("password").reveal()).isEqualTo("hunter22");
        assertThat(config.secret("password")).hasToString("***");
    }

    @Test
    void aWrongSecretIsNotQuoted() throws IOException {
        String file = file("g.json", "{\"host\": \"h\", \"password\": 12345678}");

        assertThatThrownBy(() -> load(Map.of(), file))
                .hasMessageContaining("'password' must be of type string")
                .hasMessageNotContaining("12345678");
    }

    @Test
    void aBrokenFileIsNamedWithLineAndColumnButNotQuoted() throws IOException {
        String file = file("h.json", "{\"host\": \"h\",\n \"password\": hunter22}");

        assertThatThrownBy(() -> load(Map.of(), file))
                .hasMessageContaining("line 2")
                .hasMessageContaining(file)
                .hasMessageNotContaining("hunter22");
    }

    @Test
    void anInstantIsADateTimeWithZoneOrADate() throws IOException {
        Config dated = load(Map.of(), file("i.json", "{\"host\": \"h\", \"start_date\": \"2024-01-31\"}"));
        Config naive = load(Map.of(), file("j.json", "{\"host\": \"h\", \"start_date\": \"2024-01-31T00:00:00\"}"));

        assertThat(dated.optionalInstant("start_date")).contains(Instant.parse("2024-01-31T00:00:00Z"));
        assertThatThrownBy(() -> naive.optionalInstant("start_date")).hasMessageContaining("'start_date'");
    }

    private Config load(Map<String, String> variables, String... sources) {
        return new ConfigLoader("target-x", SCHEMA, variables, InputStream.nullInputStream()).load(List.of(sources));
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
