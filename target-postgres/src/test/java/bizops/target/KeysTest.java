package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table's primary key is its stream's key, and only an order or a setting may say otherwise. */
final class KeysTest {
    private static final String PROPERTIES =
            "\"a\":{\"type\":\"integer\"},\"b\":{\"type\":\"string\"},\"v\":{\"type\":\"integer\"}";

    private final Loading loading = new Loading();

    @Test
    void theSameKeyInAnotherOrderIsTheSame() {
        load("\"a\",\"b\"", "{\"a\":1,\"b\":\"x\",\"v\":1}");
        load("\"b\",\"a\"", "{\"a\":1,\"b\":\"x\",\"v\":2}", "{\"a\":2,\"b\":\"x\",\"v\":3}");

        assertThat(loading.rows("SELECT a, b, v FROM t ORDER BY a").toString()).isEqualTo("[[1, x, 2], [2, x, 3]]");
    }

    @Test
    void keysAreComparedByValueAndNotByTheirJoinedText() {
        load("\"b\",\"c\"", "{\"b\":\"x,y\",\"c\":\"z\",\"v\":1}", "{\"b\":\"x\",\"c\":\"y,z\",\"v\":2}");

        assertThat(loading.rows("SELECT v FROM t ORDER BY v").toString()).isEqualTo("[[1], [2]]");
    }

    @Test
    void anotherKeyIsAnErrorUnlessItMayMigrate() {
        load("\"a\"", "{\"a\":1,\"b\":\"x\",\"v\":1}", "{\"a\":2,\"b\":\"y\",\"v\":2}");

        assertThat(run("\"b\"").errors())
                .contains("its key is [b]", "has the primary key [a]", "key_change to migrate");

        loading.with("key_change", "\"migrate\"");
        load("\"b\"", "{\"b\":\"y\",\"v\":3}", "{\"b\":\"z\",\"v\":4}");

        assertThat(loading.rows("SELECT a, b, v FROM t ORDER BY b").toString())
                .isEqualTo("[[1, x, 1], [null, y, 3], [null, z, 4]]");
        assertThat(key()).isEqualTo("PRIMARY KEY (b)");
    }

    @Test
    void aKeyThatGrowsMigratesToo() {
        load("\"a\"", "{\"a\":1,\"b\":\"x\",\"v\":1}");
        loading.with("key_change", "\"migrate\"");
        load("\"a\",\"b\"", "{\"a\":1,\"b\":\"x\",\"v\":2}", "{\"a\":1,\"b\":\"y\",\"v\":3}");

        assertThat(loading.rows("SELECT a, b, v FROM t ORDER BY b").toString()).isEqualTo("[[1, x, 2], [1, y, 3]]");
        assertThat(key()).isEqualTo("PRIMARY KEY (a, b)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":2,"b":"x"}
            {"a":2}
            """)
    void aKeyThatTheRowsDoNotAllowChangesNothing(String second) {
        load("\"a\"", "{\"a\":1,\"b\":\"x\"}", second);
        loading.with("key_change", "\"migrate\"");

        Loading.Outcome outcome = run("\"b\"", "{\"a\":9,\"b\":\"z\"}");

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .contains("stream \"T\"", "do not allow the primary key (\"b\")", "find them by: SELECT")
                .hasLineCount(1);
        assertThat(key()).isEqualTo("PRIMARY KEY (a)");
        assertThat(loading.value("SELECT count(*) FROM t")).isEqualTo("2");
        String query = outcome.errors().replaceFirst(".*find them by: (SELECT.*?);.*\\n", "$1");
        assertThat(loading.rows(query)).hasSize(1);
    }

    @Test
    void aKeyThatAnotherTableRefersToIsNamed() {
        load("\"a\"", "{\"a\":1,\"b\":\"x\"}");
        loading.execute("CREATE TABLE child (a bigint REFERENCES t)");
        loading.with("key_change", "\"migrate\"");

        assertThat(run("\"b\"").errors())
                .contains("stream \"T\"", "t_pkey", "[2BP01]")
                .hasLineCount(1);
    }

    @Test
    void aKeyThatVanishesIsAnErrorEvenIfKeysMayMigrate() {
        load("\"a\"", "{\"a\":1}");
        loading.with("key_change", "\"migrate\"");

        assertThat(run("", "{\"a\":1}").errors()).contains("has no key to upsert by", "[a]");
        assertThat(loading.with("load_method", "\"append-only\"")
                        .load(schema("\"a\""))
                        .errors())
                .contains("has no key to upsert by");
    }

    @Test
    void aUniqueIndexServesAsAKey() {
        loading.execute("CREATE TABLE t (a bigint, b text, v bigint, UNIQUE (b, a))");
        load("\"a\",\"b\"", "{\"a\":1,\"b\":\"x\",\"v\":1}");
        load("\"a\",\"b\"", "{\"a\":1,\"b\":\"x\",\"v\":2}");

        assertThat(loading.rows("SELECT a, b, v FROM t").toString()).isEqualTo("[[1, x, 2]]");
        assertThat(loading.rows("SELECT 1 FROM pg_constraint WHERE conrelid = 't'::regclass AND contype = 'p'"))
                .isEmpty();
    }

    @Test
    void aUniqueIndexBesideAnotherKeyServesToo() {
        loading.execute("CREATE TABLE t (a bigint PRIMARY KEY, b text UNIQUE, v bigint)");
        load("\"b\"", "{\"a\":1,\"b\":\"x\",\"v\":1}");
        load("\"b\"", "{\"a\":2,\"b\":\"x\",\"v\":2}");

        assertThat(loading.rows("SELECT a, b, v FROM t").toString()).isEqualTo("[[2, x, 2]]");
        assertThat(key()).isEqualTo("PRIMARY KEY (a)");

        loading.with("key_change", "\"migrate\"");
        load("\"b\"", "{\"b\":\"y\",\"v\":3}");

        assertThat(loading.rows("SELECT a, b, v FROM t ORDER BY b").toString()).isEqualTo("[[2, x, 2], [null, y, 3]]");
        assertThat(key()).isEqualTo("PRIMARY KEY (b)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE UNIQUE INDEX ON t (a) WHERE v > 0
            CREATE UNIQUE INDEX ON t ((a + 0))
            CREATE UNIQUE INDEX ON t (a, v)
            CREATE INDEX ON t (a)
            """)
    void anIndexThatDoesNotHoldTheKeyIsNone(String index) {
        loading.execute("CREATE TABLE t (a bigint, v bigint); " + index);
        load("\"a\"", "{\"a\":1,\"v\":1}", "{\"a\":1,\"v\":2}");

        assertThat(key()).isEqualTo("PRIMARY KEY (a)");
        assertThat(loading.rows("SELECT a, v FROM t").toString()).isEqualTo("[[1, 2]]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":["null","boolean"]}             | true true false             | 2
            {"type":"number"}                       | 1 1.0 1e0 1.5               | 2
            {"type":"string"}                       | "" "a" "A" ""               | 3
            {}                                      | 1 "1" 1 true                | 3
            {"type":"string","format":"date"}       | "2024-01-01" "2024-01-01"   | 1
            {"type":"string","format":"date-time"}  | "2024-01-01T00:00:00Z" "2024-01-01T01:00:00+01:00" | 1
            {"type":"string","format":"uuid"}       | "A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11" "a0eebc999c0b4ef8bb6d6bb9bd380a11" | 1
            """)
    void everyScalarIsAKey(String type, String keys, int rows) {
        String schema = "{\"type\":\"SCHEMA\",\"stream\":\"T\",\"key_properties\":[\"k\"],\"schema\":{\"properties\":"
                + "{\"k\":" + type + "}}}";
        String[] values = keys.split(" ", -1);
        String[] lines = new String[values.length + 1];
        lines[0] = schema;
        for (int i = 0; i < values.length; i++) {
            lines[i + 1] = "{\"type\":\"RECORD\",\"stream\":\"T\",\"record\":{\"k\":" + values[i] + "}}";
        }
        assertThat(loading.load(lines).errors()).isEmpty();
        assertThat(loading.load(lines).errors()).isEmpty();

        assertThat(loading.value("SELECT count(*) FROM t")).isEqualTo(Integer.toString(rows));
    }

    @Test
    void anObjectIsNoKey() {
        assertThat(loading.load(
                                "{\"type\":\"SCHEMA\",\"stream\":\"T\",\"key_properties\":[\"k\"],\"schema\":{\"properties\":{\"k\":{}}}}",
                                "{\"type\":\"RECORD\",\"stream\":\"T\",\"record\":{\"k\":{\"a\":1}}}")
                        .errors())
                .contains("line 2, stream \"T\", field \"k\"", "an object or array is no key");
    }

    @Test
    void aKeyOfMoreColumnsThanAnIndexHoldsIsToldBeforeAnythingIsMade() {
        List<String> names =
                IntStream.range(0, 33).mapToObj(i -> "\"k" + i + "\"").toList();
        String schema =
                "{\"type\":\"SCHEMA\",\"stream\":\"T\",\"key_properties\":" + names + ",\"schema\":{\"properties\":{"
                        + String.join(":{\"type\":\"integer\"},", names) + ":{\"type\":\"integer\"}}}}";

        assertThat(loading.load(schema).errors())
                .contains("line 1, stream \"T\": its key has 33 columns, more than the 32 that PostgreSQL allows");
        assertThat(loading.value("SELECT to_regclass('t')")).isNull();
        loading.loads(schema.replace("\"key_properties\":[\"k0\", ", "\"key_properties\":["));
    }

    private String key() {
        return String.valueOf(loading.value("SELECT pg_get_constraintdef(oid) FROM pg_constraint"
                + " WHERE conrelid = 't'::regclass AND contype = 'p'"));
    }

    private void load(String keys, String... records) {
        Loading.Outcome outcome = run(keys, records);
        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
    }

    private Loading.Outcome run(String keys, String... records) {
        String[] lines = new String[records.length + 1];
        lines[0] = schema(keys);
        for (int i = 0; i < records.length; i++) {
            lines[i + 1] = "{\"type\":\"RECORD\",\"stream\":\"T\",\"record\":" + records[i] + "}";
        }
        return loading.load(lines);
    }

    private static String schema(String keys) {
        return "{\"type\":\"SCHEMA\",\"stream\":\"T\",\"key_properties\":[" + keys + "],\"schema\":{\"properties\":{"
                + PROPERTIES + ",\"c\":{\"type\":\"string\"}}}}";
    }
}
