package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a schema binds a record: with {@code validate_records} all of it, without what its columns cannot do without. */
final class AssertionsTest {
    private final Loading loading = new Loading();

    @Test
    void assertionsBindOnlyWhereRecordsAreValidated() {
        String[][] broken = {
            {"{\"type\":[\"null\",\"integer\"],\"maximum\":5}", "\"v\":6", "field \"v\": 6 is not less or equal to 5"},
            {"{\"type\":\"string\",\"enum\":[\"a\"]}", "\"v\":\"b\"", "field \"v\": b is not a valid enum value"},
            {
                "{\"type\":\"string\",\"pattern\":\"^a\"}",
                "\"v\":\"b\"",
                "field \"v\": string [b] does not match pattern ^a"
            },
            {
                "{\"type\":[\"null\",\"object\"],\"required\":[\"x\"]}",
                "\"v\":{}",
                "field \"v\": required key [x] not found"
            },
            {
                "{\"type\":[\"null\",\"array\"],\"items\":{\"type\":\"string\"}}",
                "\"v\":[1]",
                "expected type: String, found: Integer"
            },
            {"{\"type\":\"string\"}", "\"w\":1", "required key [v] not found"},
            {"{\"type\":\"string\"}", "\"v\":\"a\",\"w\":1", "extraneous key [w] is not permitted"}
        };
        for (String[] one : broken) {
            assertThat(loading.load(
                                    schema("s", one[0], "\"required\":[\"v\"],\"additionalProperties\":false,"),
                                    record("s", one[1]))
                            .errors())
                    .contains("line 2, stream \"s\"", one[2])
                    .hasLineCount(1);
        }
        loading.with("validate_records", "false");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < broken.length; i++) {
            lines.add(schema("s" + i, broken[i][0], "\"required\":[\"v\"],\"additionalProperties\":false,"));
            lines.add(record("s" + i, broken[i][1]));
        }
        loading.loads(lines.toArray(String[]::new));
        assertThat(loading.value("SELECT count(*) FROM s4 WHERE v = '[1]'")).isEqualTo("1");
    }

    @Test
    void keysAndTypesBindAlways() {
        loading.with("validate_records", "false");
        String[][] broken = {
            {"{\"type\":\"integer\"}", "\"v\":\"x\"", "\"x\" is no whole number"},
            {"{\"type\":\"integer\"}", "\"v\":1.5", "is no whole number"},
            {"{\"type\":\"string\",\"format\":\"date-time\"}", "\"v\":\"soon\"", "\"soon\" is no date-time"},
            {"{\"type\":\"boolean\"}", "\"v\":\"yes\"", "\"yes\" is neither true nor false"},
            {"{\"type\":\"boolean\"}", "\"v\":1", "is neither true nor false"},
            {"{\"type\":\"boolean\"}", "\"v\":\"T\"", "is neither true nor false"},
            {"{\"type\":\"integer\"}", "\"id\":null", "the key is null"}
        };
        for (String[] one : broken) {
            assertThat(loading.load(schema("s", one[0], ""), record("s", one[1]))
                            .errors())
                    .contains("line 2, stream \"s\", field \"", one[2])
                    .hasLineCount(1);
        }
        assertThat(loading.load(schema("s", "{}", ""), record("s", "\"v\":1").replace("\"id\":1,", ""))
                        .errors())
                .contains("field \"id\": the key is missing");
    }

    @Test
    void theTargetsOwnFieldsAreNeverJudgedAndADeleteIsNotAskedForMore() {
        String closed = "\"additionalProperties\":false,\"required\":[\"id\",\"v\"],";
        loading.loads(
                schema("s", "{\"type\":\"string\"}", closed),
                record("s", "\"v\":\"a\",\"_sdc_sequence\":\"x\",\"_sdc_batched_at\":7"),
                record("s", "\"_sdc_deleted_at\":\"2024-01-01T00:00:00Z\""));

        assertThat(loading.value("SELECT v FROM s WHERE _sdc_deleted_at IS NOT NULL"))
                .isEqualTo("a");
    }

    /** Each would stop a judge that takes all keywords at their word, and none is the tap's fault. */
    @Test
    void aSchemaFromTheWildIsNoObstacle() {
        String[][] wild = {
            {"{\"type\":\"any\"}", "{\"a\":1}"},
            {"{\"type\":[]}", "5"},
            {"{\"type\":\"string\",\"pattern\":\"(?P<year>\\\\d+)\"}", "\"2024\""},
            {"{\"type\":\"string\",\"pattern\":\"(?!x)y\"}", "\"x\""},
            {"{\"type\":\"string\",\"pattern\":\"(\"}", "\"x\""},
            {"{\"type\":\"number\",\"exclusiveMinimum\":0}", "1"},
            {"{\"type\":\"number\",\"minimum\":0,\"exclusiveMinimum\":true}", "1"},
            {"{\"type\":\"number\",\"multipleOf\":0.01}", "19.999"},
            {"{\"type\":\"number\",\"multipleOf\":1e-15}", "0.1"},
            {"{\"type\":\"integer\",\"multipleOf\":0}", "7"},
            {"{\"type\":\"string\",\"format\":\"date-time\"}", "\"2024-01-01 10:00:00\""},
            {"{\"type\":\"string\",\"format\":\"ipv4\"}", "\"not one\""},
            {"{\"type\":\"string\",\"required\":true}", "\"x\""},
            {"{\"type\":\"integer\",\"nullable\":true}", "null"},
            {"{\"type\":\"string\",\"enum\":[\"a\"],\"nullable\":true}", "null"},
            {"{\"type\":\"array\",\"items\":[{\"type\":\"integer\"}]}", "[1,\"x\"]"},
            {"{\"type\":\"string\",\"minLength\":-1,\"maxLength\":\"x\"}", "\"abc\""},
            {"{\"type\":\"string\",\"vendor\":{\"type\":7},\"examples\":\"x\"}", "\"abc\""}
        };
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < wild.length; i++) {
            lines.add(schema("s" + i, wild[i][0], ""));
            lines.add(record("s" + i, "\"v\":" + wild[i][1]));
        }

        loading.loads(lines.toArray(String[]::new));

        assertThat(loading.value("SELECT count(*) FROM s17")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"pattern\":\"(\"", "\"$ref\":\"#/pro{erties/o\"", "\"$ref\":\"#/%zz\""})
    void aPropertyThatCannotBeJudgedIsNamedAndTheOthersAreJudged(String keyword) {
        String schema = schema("s", "{\"type\":\"string\"," + keyword + "}", "")
                .replace("\"v\":", "\"w\":{\"type\":\"string\",\"maxLength\":1},\"v\":");
        try (LogLines log = new LogLines()) {
            loading.loads(schema, record("s", "\"v\":\"b\""));
            assertThat(log.warnings())
                    .singleElement()
                    .asString()
                    .startsWith("WARN stream \"s\", property \"v\": its schema cannot be checked and is passed over (");
        }
        assertThat(loading.load(schema, record("s", "\"v\":\"b\",\"w\":\"bb\"")).errors())
                .contains("field \"w\": expected maxLength: 1, actual: 2");
    }

    private static String schema(String stream, String property, String keywords) {
        return "{\"type\":\"SCHEMA\",\"stream\":\"" + stream + "\",\"key_properties\":[\"id\"],\"schema\":{" + keywords
                + "\"type\":[\"null\",\"object\"],\"properties\":{\"id\":{\"type\":[\"null\",\"integer\"]},\"v\":"
                + property + "}}}";
    }

    private static String record(String stream, String members) {
        return "{\"type\":\"RECORD\",\"stream\":\"" + stream + "\",\"record\":{\"id\":1," + members + "}}";
    }
}
