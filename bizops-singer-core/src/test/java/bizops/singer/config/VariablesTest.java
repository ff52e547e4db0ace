package bizops.singer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.ConfigException;
import bizops.singer.report.LogLines;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A variable is a text, and becomes what its setting is. */
class VariablesTest {
    private static final SettingsSchema SCHEMA = SettingsSchema.parse("""
            {"type": "object", "properties": {
              "text": {"type": "string"}, "count": {"type": "integer"}, "rate": {"type": "number"},
              "flag": {"type": "boolean", "default": true}, "list": {"type": "array"}, "map": {"type": "object"},
              "with-dash": {"type": "string"}, "password": {"type": "string", "secret": true}}}
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            TEXT      | 12                  | text      | "12"
            TEXT      | true                | text      | "true"
            COUNT     | ` 7 `               | count     | 7
            RATE      | 1.50                | rate      | 1.50
            FLAG      | OFF                 | flag      | false
            FLAG      | no                  | flag      | false
            FLAG      | 0                   | flag      | false
            FLAG      | On                  | flag      | true
            LIST      | ["a,b", 1]          | list      | ["a,b",1]
            LIST      | a, b                | list      | ["a","b"]
            MAP       | {"a": [1.50]}       | map       | {"a":[1.5]}
            WITH_DASH | x                   | with-dash | "x"
            """)
    void itHasTheSettingsType(String variable, String text, String setting, String json) {
        Config config = load(Map.of("TARGET_X_" + variable, text));

        assertThat(config.json(setting)).contains(json);
    }

    @Test
    void anEmptyOneIsNotSet() {
        Config config = load(Map.of("TARGET_X_FLAG", "", "TARGET_X_COUNT", ""));

        assertThat(config.bool("flag")).isTrue();
        assertThat(config.has("count")).isFalse();
    }

    @Test
    void oneThatDoesNotFitIsNamedAndNotShown() {
        assertThatThrownBy(() -> load(Map.of(
                        "TARGET_X_COUNT",
                        "s3cret",
                        "TARGET_X_RATE",
                        "s3cret",
                        "TARGET_X_MAP",
                        "s3cret",
                        "TARGET_X_LIST",
                        "[s3cret")))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        wrong -> assertThat(wrong.problems())
                                .containsExactlyInAnyOrder(
                                        "variable TARGET_X_COUNT must hold an integer",
                                        "variable TARGET_X_RATE must hold a number",
                                        "variable TARGET_X_MAP must hold JSON of type object",
                                        "variable TARGET_X_LIST must hold JSON of type array"));
    }

    @Test
    void itsNameMayBeLoggedAndItsValueNever() {
        try (LogLines log = new LogLines()) {
            Config unused = load(Map.of("TARGET_X_PASSWORD", "s3cret-word", "TARGET_X_TEXT", "plain-word"));

            assertThat(log.lines().toString()).doesNotContain("s3cret-word").doesNotContain("plain-word");
        }
    }

    private static Config load(Map<String, String> variables) {
        return new ConfigLoader("target-x", SCHEMA, variables, InputStream.nullInputStream()).load(List.of());
    }
}
