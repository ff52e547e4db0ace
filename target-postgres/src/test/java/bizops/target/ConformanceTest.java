package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The streams by which authors of targets judge each other, under the names that they have there. */
final class ConformanceTest {
    private final Loading loading = new Loading();

    @Test
    void array_data() {
        loads(
                schema(
                        "test_array",
                        "id",
                        "\"id\":{\"type\":\"integer\"},\"fruits\":{\"type\":\"array\",\"items\":"
                                + "{\"type\":\"string\"}}"),
                record("test_array", "{\"id\":1,\"fruits\":[\"apple\",\"orange\"]}"),
                record("test_array", "{\"id\":2,\"fruits\":[]}"));

        assertThat(loading.rows("SELECT id, fruits FROM test_array ORDER BY id").toString())
                .isEqualTo("[[1, [\"apple\", \"orange\"]], [2, []]]");
    }

    @Test
    void camelcase() {
        loads(
                schema("TestCamelcase", "Id", "\"Id\":{\"type\":\"string\"},\"clientName\":{\"type\":\"string\"}"),
                record("TestCamelcase", "{\"Id\":\"1\",\"clientName\":\"Gitter Windows\"}"));

        assertThat(loading.rows("SELECT id, clientname FROM testcamelcase").toString())
                .isEqualTo("[[1, Gitter Windows]]");
    }

    @Test
    void camelcase_complex_schema() {
        loading.with("identifier_case", "\"snake\"");
        loads(
                schema(
                        "ForecastingTypeToCategory",
                        "Id",
                        "\"Id\":{\"type\":\"string\"},\"IsDeleted\":{\"type\":"
                                + "[\"null\",\"boolean\"]},\"CreatedById\":{\"type\":[\"null\",\"string\"]},"
                                + "\"SystemModstamp\":{\"anyOf\":[{\"type\":\"string\",\"format\":\"date-time\"},"
                                + "{\"type\":[\"null\",\"string\"]}]}"),
                record(
                        "ForecastingTypeToCategory",
                        "{\"Id\":\"0EH\",\"IsDeleted\":false,\"CreatedById\":null,"
                                + "\"SystemModstamp\":\"2020-03-27T21:42:16.000Z\"}"));

        assertThat(loading.rows("SELECT id, is_deleted, created_by_id, system_modstamp AT TIME ZONE 'UTC'"
                                + " FROM forecasting_type_to_category")
                        .toString())
                .isEqualTo("[[0EH, f, null, 2020-03-27 21:42:16]]");
    }

    @Test
    void duplicate_records() {
        loads(
                schema("duplicates", "id", "\"id\":{\"type\":\"integer\"},\"metric\":{\"type\":\"integer\"}"),
                record("duplicates", "{\"id\":1,\"metric\":1}"),
                record("duplicates", "{\"id\":2,\"metric\":10}"),
                record("duplicates", "{\"id\":1,\"metric\":100}"),
                record("duplicates", "{\"id\":2,\"metric\":20}"));

        assertThat(loading.rows("SELECT id, metric FROM duplicates ORDER BY id").toString())
                .isEqualTo("[[1, 100], [2, 20]]");
    }

    @Test
    void encoded_string_data() {
        String data = "\"id\":{\"type\":\"integer\"},\"info\":{\"type\":\"string\"},\"payload\":{\"type\":\"object\"}";
        loads(
                schema("encoded", "id", data),
                record("encoded", "{\"id\":1,\"info\":\"simple string 2837\"}"),
                record("encoded", "{\"id\":2,\"info\":\"apple \\u0000 orange \\u00e9 \\ud83d\\ude00 \\\"q\\\" \\\\\"}"),
                record("encoded", "{\"id\":3,\"payload\":{\"a\\u0000\":[\"\\u0000\"]}}"));

        assertThat(loading.rows("SELECT id, info, payload FROM encoded ORDER BY id")
                        .toString())
                .isEqualTo("[[1, simple string 2837, null], [2, apple \uFFFD orange é 😀 \"q\" \\, null],"
                        + " [3, null, {\"a\uFFFD\": [\"\uFFFD\"]}]]");
    }

    @Test
    void invalid_schema() {
        Loading.Outcome outcome =
                loading.load("{\"type\":\"SCHEMA\",\"stream\":\"x\",\"schema\":{},\"key_properties\":[]}");

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
    }

    @Test
    void multiple_state_messages() {
        Loading.Outcome outcome = loading.load(
                schema("state", "id", "\"id\":{\"type\":\"integer\"}"),
                "{\"type\":\"STATE\",\"value\":{\"n\":0}}",
                record("state", "{\"id\":1}"),
                "{\"type\":\"STATE\",\"value\":{\"n\":1}}",
                record("state", "{\"id\":2}"),
                "{\"type\":\"STATE\",\"value\":{\"n\":2}}");

        assertThat(outcome.states()).last().isEqualTo("{\"n\":2}");
    }

    @Test
    void no_primary_keys() {
        String[] lines = {
            schema("keyless", null, "\"id\":{\"type\":\"integer\"}"),
            record("keyless", "{\"id\":1}"),
            record("keyless", "{\"id\":1}")
        };
        loads(lines);
        loads(lines);

        assertThat(loading.value("SELECT count(*) FROM keyless")).isEqualTo("4");
    }

    @Test
    void optional_attributes() {
        loads(
                schema("optional", "id", "\"id\":{\"type\":\"integer\"},\"optional\":{\"type\":[\"null\",\"string\"]}"),
                record("optional", "{\"id\":1,\"optional\":\"this is optional\"}"),
                record("optional", "{\"id\":2}"));

        assertThat(loading.rows("SELECT id, optional FROM optional ORDER BY id").toString())
                .isEqualTo("[[1, this is optional], [2, null]]");
    }

    @Test
    void pk_updates() {
        String properties = "\"id\":{\"type\":\"integer\"},\"first\":{\"type\":\"string\"}";
        loads(schema("updates", "id", properties), record("updates", "{\"id\":1,\"first\":\"a\"}"));
        loads(
                schema("updates", "id", properties),
                record("updates", "{\"id\":1,\"first\":\"b\"}"),
                record("updates", "{\"id\":2,\"first\":\"c\"}"));

        assertThat(loading.rows("SELECT id, first FROM updates ORDER BY id").toString())
                .isEqualTo("[[1, b], [2, c]]");
    }

    @Test
    void record_before_schema_and_records_without_what_they_need_fail() {
        String schema = "{\"type\":\"SCHEMA\",\"stream\":\"x\",\"key_properties\":[\"id\"],\"schema\":{\"required\":"
                + "[\"name\"],\"properties\":{\"id\":{\"type\":\"integer\"},\"name\":{\"type\":\"string\"}}}}";
        List<Loading.Outcome> outcomes = new ArrayList<>();
        outcomes.add(loading.load(record("x", "{\"id\":1,\"name\":\"a\"}"), schema));
        outcomes.add(loading.load(schema, record("x", "{\"name\":\"record_missing_key_property\"}")));
        outcomes.add(loading.load(schema, record("x", "{\"id\":1}")));

        assertThat(outcomes).extracting(Loading.Outcome::code).containsOnly(ExitCode.FAILURE);
    }

    @Test
    void schema_no_properties() {
        loads(
                "{\"type\":\"SCHEMA\",\"stream\":\"bare\",\"key_properties\":[],\"schema\":{\"type\":\"object\","
                        + "\"properties\":{}}}",
                record("bare", "{}"),
                record("bare", "{\"unknown\":1}"));

        assertThat(loading.value("SELECT count(*) FROM bare")).isEqualTo("2");
    }

    @Test
    void schema_updates() {
        loads(
                schema("changing", "id", "\"id\":{\"type\":\"integer\"}"),
                record("changing", "{\"id\":1}"),
                schema("changing", "id", "\"id\":{\"type\":\"integer\"},\"a1\":{\"type\":[\"number\",\"null\"]}"),
                record("changing", "{\"id\":1,\"a1\":1.5}"),
                schema(
                        "changing",
                        "id",
                        "\"id\":{\"type\":\"integer\"},\"a1\":{\"type\":[\"number\",\"null\"]},"
                                + "\"a2\":{\"type\":\"array\"}"),
                record("changing", "{\"id\":2,\"a2\":[1,\"x\"]}"));

        assertThat(loading.rows("SELECT id, a1, a2 FROM changing ORDER BY id").toString())
                .isEqualTo("[[1, 1.5, null], [2, null, [1, \"x\"]]]");
    }

    @Test
    void special_chars_in_attributes() {
        loads(
                schema(
                        "special",
                        "_id",
                        "\"_id\":{\"type\":\"string\"},\"d\":{\"type\":\"object\",\"properties\":{"
                                + "\"env\":{\"type\":\"string\"},\"agent:type\":{\"type\":\"string\"}}},"
                                + "\"a-b:c%d \\\"e\\\"\":{\"type\":\"string\"}"),
                record(
                        "special",
                        "{\"_id\":\"1\",\"d\":{\"env\":\"ide\",\"agent:type\":\"web\"},"
                                + "\"a-b:c%d \\\"e\\\"\":\"v\"}"));

        assertThat(loading.rows("SELECT _id, d->>'agent:type', \"a-b:c%d \"\"e\"\"\" FROM special")
                        .toString())
                .isEqualTo("[[1, web, v]]");
    }

    @Test
    void user_location_upsert_data() {
        String users = schema("users", "id", "\"id\":{\"type\":\"integer\"},\"name\":{\"type\":\"string\"}");
        String places = schema("locations", "id", "\"id\":{\"type\":\"integer\"},\"name\":{\"type\":\"string\"}");
        loads(
                users,
                places,
                record("users", "{\"id\":1,\"name\":\"Yoda\"}"),
                record("locations", "{\"id\":1,\"name\":\"Philly\"}"),
                record("users", "{\"id\":8,\"name\":\"Chewy\"}"),
                record("locations", "{\"id\":1,\"name\":\"Philadelphia\"}"),
                record("users", "{\"id\":1,\"name\":\"Luke\"}"));

        assertThat(loading.rows("SELECT id, name FROM users ORDER BY id").toString())
                .isEqualTo("[[1, Luke], [8, Chewy]]");
        assertThat(loading.rows("SELECT id, name FROM locations").toString()).isEqualTo("[[1, Philadelphia]]");
    }

    private void loads(String... lines) {
        loading.loads(lines);
    }

    private static String schema(String stream, @org.jspecify.annotations.Nullable String key, String properties) {
        return "{\"type\":\"SCHEMA\",\"stream\":\"" + stream + "\",\"key_properties\":["
                + (key == null ? "" : '"' + key + '"') + "],\"schema\":{\"type\":\"object\",\"properties\":{"
                + properties + "}}}";
    }

    private static String record(String stream, String json) {
        return "{\"type\":\"RECORD\",\"stream\":\"" + stream + "\",\"record\":" + json + "}";
    }
}
