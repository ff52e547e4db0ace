package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Past a limit there is one line that names it; everything before is committed. */
final class LimitsTest {
    private static final String SCHEMA = "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"key_properties\":[\"id\"],"
            + "\"schema\":{\"properties\":{\"id\":{\"type\":\"string\"},\"j\":{}}}}";
    private static final String STATE = "{\"type\":\"STATE\",\"value\":1}";

    private final Loading loading = new Loading();

    @Test
    void asManyColumnsAsPostgresTakes() {
        loading.loads(
                columns(1593), "{\"type\":\"RECORD\",\"stream\":\"wide\",\"record\":{\"c0\":true,\"c1592\":false}}");
        loading.loads(columns(1593), "{\"type\":\"RECORD\",\"stream\":\"wide\",\"record\":{\"c0\":true,\"c7\":false}}");

        assertThat(loading.rows("SELECT c0, c7, c1592 FROM wide").toString()).isEqualTo("[[t, f, null]]");
    }

    @Test
    void oneColumnMoreIsRefused() {
        refuses(
                columns(1594),
                "line 4, stream \"wide\": the schema has 1594 properties, more than max_columns (1593); select fewer");
    }

    @Test
    void theServersOwnLimitOfColumnsIsExplained() {
        loading.with("max_columns", "1600");

        Loading.Outcome outcome = loading.load(columns(1600));

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .contains("the table would have more columns than PostgreSQL allows (stream \"wide\")", "[54011]")
                .hasLineCount(1);
    }

    @Test
    void streamsAreCounted() {
        loading.with("max_streams", "1");

        refuses(columns(1), "line 4, stream \"wide\": there are more streams than max_streams (1); select fewer");
        loading.loads(SCHEMA, SCHEMA.replace("{}", "{\"type\":\"object\"}"));
    }

    @Test
    void aLongFieldIsRefused() {
        loading.with("max_field_bytes", "100");

        refuses(
                row("\"2\"", "{\"x\": \"" + "y".repeat(100) + "\"}"),
                "line 4, stream \"s\", field \"j\": the value has 109 bytes, more than max_field_bytes (100); leave");
        loading.loads(SCHEMA, row("\"" + "x".repeat(90) + "\"", "\"" + "y".repeat(98) + "\""));
    }

    @ParameterizedTest
    @ValueSource(ints = {998, 300})
    void nestingUpToTheLimitIsLoaded(int arrays) {
        loading.with("max_depth", Integer.toString(arrays + 2));

        loading.loads(SCHEMA, row("\"1\"", nested(arrays)));
        refuses(
                row("\"2\"", nested(arrays + 1)),
                "line 4, stream \"s\", field \"j\": objects and arrays nest deeper than max_depth (" + (arrays + 2)
                        + "); leave");
    }

    @Test
    void aLineOfBracketsIsNoStackOverflow() {
        refuses(row("\"2\"", nested(1_000_000)), "line 4, stream \"s\", field \"j\": objects and arrays nest deeper");
    }

    @Test
    void aSchemaNestedWithoutMeasureIsRefused() {
        refuses(
                deepSchema(100_000, "\"type\":\"object\""),
                "line 4, stream \"deep\", field \"p\": objects and arrays nest deeper than max_depth (1000)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"type\":\"object\"", "\"minProperties\":0"})
    void aSchemaNestedUpToTheLimitIsRead(String keyword) {
        loading.loads(
                deepSchema(496, keyword), "{\"type\":\"RECORD\",\"stream\":\"deep\",\"record\":{\"p\":{\"p\":{}}}}");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 900})
    void aChainOfReferencesEnds(int length) {
        loading.loads(chain(length), "{\"type\":\"RECORD\",\"stream\":\"chain\",\"record\":{\"c\":5}}");

        assertThat(loading.value("SELECT c FROM chain")).isEqualTo("5");
    }

    @Test
    void aChainOfReferencesWithoutMeasureIsRefused() {
        refuses(
                chain(100_000),
                "line 4, stream \"chain\": the schema has 100001 references, more than 10000; let the tap resolve");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$ref\":\"#/properties/c\"}",
                "{\"anyOf\":[{\"$ref\":\"#/properties/c\"},{\"type\":\"integer\"}]}",
                "{\"allOf\":[{\"$ref\":\"#/properties/c\"}]}",
                "{\"not\":{\"$ref\":\"#/properties/c\"}}"
            })
    void aSchemaThatRefersToItselfEnds(String schema) {
        loading.loads(
                "{\"type\":\"SCHEMA\",\"stream\":\"self\",\"schema\":{\"properties\":{\"c\":" + schema + "}}}",
                "{\"type\":\"RECORD\",\"stream\":\"self\",\"record\":{\"c\":5}}");

        assertThat(loading.value("SELECT c FROM self")).isEqualTo("5");
    }

    @Test
    void aTextTooLongForAKeyIsExplained() {
        String incompressible = new Random(1)
                .ints(6000, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());

        refuses(row("\"" + incompressible + "\"", "1"), "PostgreSQL cannot hold a row (stream \"s\"): ");
    }

    private void refuses(String line, String message) {
        Loading.Outcome outcome = loading.load(SCHEMA, row("\"1\"", "null"), STATE, line);

        assertThat(outcome.code()).as(outcome.errors()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .startsWith("CRITICAL target-postgres: " + message)
                .hasLineCount(1);
        assertThat(outcome.errors().length()).isLessThan(600);
    }

    private static String row(String id, String j) {
        return "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"id\":" + id + ",\"j\":" + j + "}}";
    }

    private static String nested(int arrays) {
        return "[".repeat(arrays) + "]".repeat(arrays);
    }

    private static String columns(int count) {
        return "{\"type\":\"SCHEMA\",\"stream\":\"wide\",\"key_properties\":[\"c0\"],\"schema\":{\"properties\":{"
                + IntStream.range(0, count)
                        .mapToObj(i -> "\"c" + i + "\":{\"type\":\"boolean\"}")
                        .collect(Collectors.joining(","))
                + "}}}";
    }

    private static String chain(int length) {
        String definitions = IntStream.range(0, length)
                .mapToObj(i -> "\"d" + i + "\":{\"$ref\":\"#/definitions/d" + (i + 1) + "\"}")
                .collect(Collectors.joining(","));
        return "{\"type\":\"SCHEMA\",\"stream\":\"chain\",\"schema\":{\"definitions\":{" + definitions + ",\"d" + length
                + "\":{\"type\":\"integer\"}},\"properties\":{\"c\":{\"$ref\":\"#/definitions/d0\"}}}}";
    }

    private static String deepSchema(int levels, String keyword) {
        return "{\"type\":\"SCHEMA\",\"stream\":\"deep\",\"schema\":"
                + ("{" + keyword + ",\"properties\":{\"p\":").repeat(levels) + "{}" + "}}".repeat(levels) + "}";
    }
}
