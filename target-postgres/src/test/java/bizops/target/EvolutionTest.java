package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table follows its stream's schema and keeps what it holds. */
final class EvolutionTest {
    private final Loading loading = new Loading();

    @Test
    void aNewPropertyIsANewColumn() {
        load("\"id\":{\"type\":\"integer\"}", "{\"id\":1}");
        load("\"id\":{\"type\":\"integer\"},\"New Name\":{\"type\":\"string\"}", "{\"id\":2,\"New Name\":\"x\"}");

        assertThat(loading.rows("SELECT id, \"new name\" FROM t ORDER BY id").toString())
                .isEqualTo("[[1, null], [2, x]]");
    }

    @Test
    void aPropertyThatIsGoneLeavesItsColumn() {
        load("\"id\":{\"type\":\"integer\"},\"a\":{\"type\":\"string\"}", "{\"id\":1,\"a\":\"x\"}");
        loading.execute("ALTER TABLE t ALTER COLUMN a SET NOT NULL");
        load("\"id\":{\"type\":\"integer\"}", "{\"id\":1}", "{\"id\":2}");

        assertThat(loading.rows("SELECT id, a FROM t ORDER BY id").toString()).isEqualTo("[[1, x], [2, null]]");
    }

    @Test
    void aSchemaMayChangeInTheMiddleOfARun() {
        loading.load(
                schema("\"id\":{\"type\":\"integer\"}"),
                record("{\"id\":1}"),
                schema("\"id\":{\"type\":\"integer\"},\"b\":{\"type\":\"number\"}"),
                record("{\"id\":1,\"b\":1.5}"),
                schema("\"id\":{\"type\":\"integer\"}"),
                record("{\"id\":2}"));

        assertThat(loading.rows("SELECT id, b FROM t ORDER BY id").toString()).isEqualTo("[[1, 1.5], [2, null]]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "integer"                      | 1                      | "number"                       | 1.5                    | numeric                  | 1 1.5
        "number"                       | 1.5                    | "integer"                      | 2                      | numeric                  | 1.5 2
        "integer"                      | 1                      | "string"                       | "x"                    | text                     | 1 x
        "string"                       | "x"                    | "integer"                      | 1                      | text                     | x 1
        "boolean"                      | true                   | "string"                       | "x"                    | text                     | true x
        "string"                       | "x"                    | "object"                       | {"a":1}                | jsonb                    | "x" {"a": 1}
        "object"                       | {"a":1}                | "string"                       | "x"                    | jsonb                    | {"a": 1} "x"
        "string","format":"date"       | "2024-01-01"           | "string","format":"date-time"  | "2024-01-02T03:00:00Z" | timestamp with time zone | 2024-01-01 00:00:00+00 2024-01-02 03:00:00+00
        "string","format":"date-time"  | "2024-01-02T03:00:00Z" | "string","format":"date"       | "2024-01-01"           | timestamp with time zone | 2024-01-02 03:00:00+00 2024-01-01 00:00:00+00
        "string","format":"date-time"  | "2024-01-02T03:00:00Z" | "string"                       | "x"                    | text                     | 2024-01-02T03:00:00.000000Z x
        "integer"                      | 1                      | "boolean"                      | true                   | text                     | 1 true
        "string","x-sql-datatype":"smallint" | 7                | "integer"                      | 70000                  | bigint                   | 7 70000
        """)
    void aColumnWidensToHoldOldAndNew(
            String oldType, String oldValue, String newType, String newValue, String type, String values) {
        loading.with("validate_records", "false");
        load("\"id\":{\"type\":\"integer\"},\"v\":{\"type\":" + oldType + "}", "{\"id\":1,\"v\":" + oldValue + "}");
        load("\"id\":{\"type\":\"integer\"},\"v\":{\"type\":" + newType + "}", "{\"id\":2,\"v\":" + newValue + "}");

        assertThat(loading.value("SELECT DISTINCT pg_typeof(v) FROM t")).isEqualTo(type);
        assertThat(loading.value("SELECT string_agg(v::text, ' ' ORDER BY id) FROM t"))
                .isEqualTo(values);
    }

    @Test
    void aDateTimeThatMayBeATextBecomesOneWhenItMust() {
        String either =
                "\"id\":{\"type\":\"integer\"},\"v\":{\"anyOf\":[{\"type\":\"string\",\"format\":\"date-time\"},"
                        + "{\"type\":[\"null\",\"string\"]}]}";
        load(either, "{\"id\":1,\"v\":\"2024-01-01T00:00:00Z\"}");
        assertThat(loading.value("SELECT pg_typeof(v) FROM t")).isEqualTo("timestamp with time zone");

        load(either, "{\"id\":2,\"v\":\"2024-01-02T00:00:00Z\"}", "{\"id\":3,\"v\":\"soon\"}");

        assertThat(loading.rows("SELECT v FROM t ORDER BY id").toString())
                .isEqualTo("[[2024-01-01T00:00:00.000000Z], [2024-01-02T00:00:00.000000Z], [soon]]");
    }

    @Test
    void namesThatCollideGetTheSameColumnsInEveryRun() {
        String one = "\"id\":{\"type\":\"integer\"},\"Name\":{\"type\":\"string\"},\"NAME\":{\"type\":\"string\"}";
        String other = "\"NAME\":{\"type\":\"string\"},\"Name\":{\"type\":\"string\"},\"id\":{\"type\":\"integer\"}";
        load(one, "{\"id\":1,\"Name\":\"mixed\",\"NAME\":\"upper\"}");
        load(other, "{\"NAME\":\"upper\",\"Name\":\"mixed\",\"id\":2}");

        assertThat(loading.value("SELECT count(*) FROM (SELECT DISTINCT to_jsonb(t) - 'id' - '_sdc_sequence'"
                        + " - '_sdc_received_at' - '_sdc_batched_at' - '_sdc_sync_started_at' FROM t) AS d"))
                .isEqualTo("1");
        assertThat(loading.value("SELECT name FROM t WHERE id = 1")).isEqualTo("upper");
    }

    @Test
    void longAndStrangeNamesAreColumnsOfTheirOwn() {
        String longName = "é".repeat(40);
        load(
                "\"id\":{\"type\":\"integer\"},\"" + longName + "a\":{\"type\":\"integer\"},\"" + longName
                        + "b\":{\"type\":\"integer\"},\"ctid\":{\"type\":\"integer\"},\"q\\\"%s:?{}\":{\"type\":\"integer\"},"
                        + "\"\":{\"type\":\"integer\"}",
                "{\"id\":1,\"" + longName + "a\":2,\"" + longName + "b\":3,\"ctid\":4,\"q\\\"%s:?{}\":5,\"\":6}");

        assertThat(loading.rows("SELECT ctid_, \"q\"\"%s:?{}\", \"_\" FROM t").toString())
                .isEqualTo("[[4, 5, 6]]");
        assertThat(loading.value(
                        "SELECT count(*) FROM pg_attribute WHERE attrelid = 't'::regclass AND attname LIKE 'ééé%'"))
                .isEqualTo("2");
    }

    @Test
    void anotherKeyIsAnError() {
        load("\"id\":{\"type\":\"integer\"},\"v\":{\"type\":\"integer\"}", "{\"id\":1,\"v\":1}");

        Loading.Outcome outcome = loading.load(schema("\"id\":{\"type\":\"integer\"},\"v\":{\"type\":\"integer\"}")
                .replace("[\"id\"]", "[\"v\"]"));
        assertThat(outcome.errors()).contains("stream \"T\": its key is [v], but", "has the primary key [id]");

        Loading.Outcome without =
                loading.load(schema("\"id\":{\"type\":\"integer\"}").replace("[\"id\"]", "[]"));
        assertThat(without.errors()).contains("has no key to upsert by");
    }

    @Test
    void aTableWithoutAKeyGetsOneIfItsRowsAllow() {
        loading.execute("CREATE TABLE t (id bigint, v text); INSERT INTO t VALUES (1, 'a'), (1, 'b')");
        Loading.Outcome refused = loading.load(schema("\"id\":{\"type\":\"integer\"}"));
        assertThat(refused.errors()).contains("GROUP BY \"id\" HAVING count(*) > 1");

        loading.execute("DELETE FROM t WHERE v = 'b'");
        load("\"id\":{\"type\":\"integer\"},\"v\":{\"type\":\"string\"}", "{\"id\":1,\"v\":\"c\"}");

        assertThat(loading.rows("SELECT id, v FROM t").toString()).isEqualTo("[[1, c]]");
    }

    private void load(String properties, String... records) {
        String[] lines = new String[records.length + 1];
        lines[0] = schema(properties);
        for (int i = 0; i < records.length; i++) {
            lines[i + 1] = record(records[i]);
        }
        loading.loads(lines);
    }

    private static String schema(String properties) {
        return "{\"type\":\"SCHEMA\",\"stream\":\"T\",\"key_properties\":[\"id\"],\"schema\":{\"properties\":{"
                + properties + "}}}";
    }

    private static String record(String json) {
        return "{\"type\":\"RECORD\",\"stream\":\"T\",\"record\":" + json + "}";
    }
}
