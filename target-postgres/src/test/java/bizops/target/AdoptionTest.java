package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables that other targets made are loaded on, not beside and not anew. */
final class AdoptionTest {
    private final Loading loading = new Loading();

    @Test
    void aTableOfMeltanoLabsTarget() {
        peer("meltanolabs");
        String types = types("orders");
        String schema =
                "{\"type\":\"SCHEMA\",\"stream\":\"orders\",\"key_properties\":[\"Id\"],\"schema\":{\"properties\":{"
                        + "\"Id\":{\"type\":\"string\"},\"number\":{\"type\":\"integer\",\"x-sql-datatype\":\"integer\"},"
                        + "\"quantity\":{\"type\":\"integer\",\"x-sql-datatype\":\"smallint\"},\"total\":{\"type\":\"number\"},"
                        + "\"paid\":{\"type\":\"boolean\"},\"placed_at\":{\"type\":\"string\",\"format\":\"date-time\"},"
                        + "\"due\":{\"type\":\"string\",\"format\":\"date\"},\"opens\":{\"type\":\"string\",\"format\":\"time\"},"
                        + "\"customer\":{\"type\":\"string\",\"format\":\"uuid\"},\"address\":{\"type\":\"object\"},"
                        + "\"tags\":{\"type\":\"array\"},\"scores\":{\"type\":\"array\"},\"lines\":{\"type\":\"array\"},"
                        + "\"anything\":{\"type\":\"string\"}}}}";
        String second = "{\"Id\":\"a,1\",\"number\":7,\"quantity\":3,\"total\":12345678901234567890.5,\"paid\":false,"
                + "\"placed_at\":\"2024-03-01T12:00:00+02:00\",\"due\":\"2024-03-02\",\"opens\":\"09:30\","
                + "\"customer\":\"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a12\",\"address\":{\"city\":\"Basel\"},"
                + "\"tags\":[\"x,y\",\"\\\"q\\\"\",null],\"scores\":[2,9007199254740993],\"lines\":[{\"sku\":[1]},null],"
                + "\"anything\":\"new\"}";
        for (int run = 0; run < 2; run++) {
            loads(schema, record("orders", second), record("orders", "{\"Id\":\"c\",\"tags\":[]}"));
        }

        assertThat(loading
                        .rows("SELECT \"Id\", number, quantity, total, paid, placed_at, due, opens, customer, address,"
                                + " tags, scores, lines, anything FROM orders ORDER BY 1")
                        .stream()
                        .map(row -> row.stream().map(Objects::toString).collect(Collectors.joining("|"))))
                .containsExactly(
                        "a,1|7|3|12345678901234567890.5|f|2024-03-01 10:00:00|2024-03-02|09:30:00"
                                + "|a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a12|{\"city\": \"Basel\"}|{\"x,y\",\"\\\"q\\\"\",NULL}"
                                + "|{2,9007199254740993}|{\"{\\\"sku\\\": [1]}\",\"null\"}|new",
                        "b|2|1|0.1|f|2024-01-31 11:00:00|null|null|null|null|null|null|null|null",
                        "c|null|null|null|null|null|null|null|null|null|{}|null|null|null");
        assertThat(types("orders")).isEqualTo(types);
        assertThat(loading.value("SELECT count(*) FROM orders WHERE _sdc_received_at > '2024-03-01' AND _sdc_sequence"
                        + " IS NOT NULL AND _sdc_extracted_at IS NULL"))
                .isEqualTo("2");
    }

    @Test
    void aTableOfPipelineWisesTarget() {
        peer("pipelinewise");
        loading.with("schema_mapping", "{\"shop\":{\"target_schema\":\"shop\"}}");
        String schema =
                "{\"type\":\"SCHEMA\",\"stream\":\"shop-orders\",\"key_properties\":[\"id\",\"uid\"],\"schema\":"
                        + "{\"properties\":{\"id\":{\"type\":\"integer\"},\"uid\":{\"type\":\"string\",\"format\":\"uuid\"},"
                        + "\"name\":{\"type\":\"string\"},\"number\":{\"type\":\"integer\"},\"paid\":{\"type\":\"boolean\"},"
                        + "\"placed_at\":{\"type\":\"string\",\"format\":\"date-time\"},\"quantity\":{\"type\":\"integer\"},"
                        + "\"due\":{\"type\":\"string\",\"format\":\"date\"},\"tags\":{\"type\":\"array\"},\"total\":{\"type\":\"number\"},"
                        + "\"address\":{\"type\":\"object\"}}}}";
        String first =
                "{\"id\":1,\"uid\":\"A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11\",\"name\":\"\",\"number\":9,\"paid\":false,"
                        + "\"placed_at\":\"2024-03-01T12:00:00+02:00\",\"quantity\":70000,\"due\":\"2024-03-02\",\"tags\":[1],"
                        + "\"total\":0.1000000000000000055,\"address\":{\"city\":\"Basel\"}}";
        String deleted = "{\"id\":1,\"uid\":\"A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11\","
                + "\"_sdc_deleted_at\":\"2024-03-03T12:00:00+02:00\"}";
        loads(schema, record("shop-orders", first));
        loads(schema, record("shop-orders", first), record("shop-orders", deleted));

        assertThat(loading
                        .rows(
                                "SELECT address__city, due, id, name, number, paid, placed_at, quantity, tags, total, uid,"
                                        + " _sdc_deleted_at, address FROM shop.orders ORDER BY id, number")
                        .stream()
                        .map(row -> row.stream().map(Objects::toString).collect(Collectors.joining("|"))))
                .containsExactly(
                        "Bern|2024-03-02|1||9|f|2024-03-01 10:00:00|70000|[1]|0.1000000000000000055"
                                + "|A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11|2024-03-03T10:00:00.000000Z|{\"city\": \"Basel\"}",
                        "Wien|null|2|null|2|f|null|1|null|1.5|b|2024-02-01T00:00:00+00:00|null");
        assertThat(types("shop.orders"))
                .contains("due character varying", "id numeric", "placed_at timestamp without time zone")
                .contains("_sdc_deleted_at character varying", "quantity bigint", "total numeric");
    }

    @Test
    void aVersionMarksRowsOfPipelineWisesTable() {
        peer("pipelinewise");
        loading.with("default_target_schema", "\"shop\"");
        String schema = "{\"type\":\"SCHEMA\",\"stream\":\"orders\",\"key_properties\":[\"id\",\"uid\"],\"schema\":"
                + "{\"properties\":{\"id\":{\"type\":\"integer\"},\"uid\":{\"type\":\"string\"}}}}";

        loads(
                schema,
                "{\"type\":\"RECORD\",\"stream\":\"orders\",\"version\":5,\"record\":{\"id\":2,\"uid\":\"b\"}}",
                "{\"type\":\"ACTIVATE_VERSION\",\"stream\":\"orders\",\"version\":5}");

        assertThat(loading.rows(
                                "SELECT id, _sdc_deleted_at ~ '^20\\d\\d-\\d\\d-\\d\\dT.*Z$' FROM shop.orders ORDER BY id")
                        .toString())
                .isEqualTo("[[1, t], [2, null]]");
    }

    @Test
    void tablesOfDatamillsTarget() {
        peer("datamill");
        String orders =
                "{\"type\":\"SCHEMA\",\"stream\":\"orders\",\"key_properties\":[\"id\"],\"schema\":{\"properties\":{"
                        + "\"id\":{\"type\":\"integer\"},\"total\":{\"type\":\"number\"},\"note\":{\"type\":[\"integer\",\"string\"]},"
                        + "\"placed_at\":{\"type\":\"string\",\"format\":\"date-time\"},\"tags\":{\"type\":\"array\"},"
                        + "\"state\":{\"type\":\"string\"},\"Order Ref\":{\"type\":\"string\"}}}}";
        String visits =
                "{\"type\":\"SCHEMA\",\"stream\":\"visits\",\"schema\":{\"properties\":{\"page\":{\"type\":\"string\"}}}}";
        String second =
                "{\"id\":2,\"total\":2.5,\"note\":8,\"Order Ref\":\"r3\",\"placed_at\":\"2024-03-01T12:00:00+02:00\",\"tags\":[\"blue\"]}";
        for (int run = 0; run < 2; run++) {
            loads(orders, record("orders", second), visits, record("visits", "{\"page\":\"/a\"}"));
        }

        assertThat(loading.rows(
                                "SELECT id, total, placed_at, address__city, note__s, note__i, state, order_ref, note, tags"
                                        + " FROM orders ORDER BY id")
                        .toString())
                .isEqualTo("[[1, 0.30000000000000004, 2024-01-31 10:00:00+00, Bern, late, null, open, r1, null, null],"
                        + " [2, 2.5, 2024-03-01 10:00:00+00, null, null, 7, null, r3, 8, [\"blue\"]]]");
        assertThat(loading.value("SELECT obj_description('orders'::regclass)"))
                .contains("\"key_properties\": [\"id\"]");
        assertThat(loading.value("SELECT count(*) FROM orders__tags")).isEqualTo("1");
        assertThat(loading.rows("SELECT page, _sdc_primary_key IS NULL FROM visits ORDER BY 1")
                        .toString())
                .isEqualTo("[[/, f], [/a, t], [/a, t]]");
        assertThat(types("orders")).contains("total numeric", "_sdc_sequence bigint");
        assertThat(loading.value("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid ="
                        + " 'orders'::regclass AND contype = 'p'"))
                .isEqualTo("PRIMARY KEY (id)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            inet                        | {"type":"string"}                        | "10.0.0.1/24"          | 10.0.0.1/24
            interval                    | {"type":"string","format":"duration"}    | "P1DT2H"               | 1 day 02:00:00
            mood                        | {"type":"string"}                        | "good"                 | good
            short                       | {"type":"string"}                        | "abc"                  | abc
            money                       | {"type":"number"}                        | 12.5                   | $12.50
            point                       | {"type":"string"}                        | "(1,2)"                | (1,2)
            xml                         | {"type":"string"}                        | "<a>1</a>"             | <a>1</a>
            json                        | {"type":"object"}                        | {"b":1,"a":2}          | {"a": 2, "b": 1}
            json                        | {"type":"integer"}                       | 5                      | 5
            bit varying                 | {"type":"string"}                        | "101"                  | 101
            int4range                   | {"type":"string"}                        | "[1,5)"                | [1,5)
            time with time zone         | {"type":"string","format":"time"}        | "10:00:00+02:00"       | 08:00:00+00
            timestamp without time zone[] | {"type":"array"}                       | ["2024-01-01T10:00:00+02:00"] | {"2024-01-01 08:00:00"}
            integer[]                   | {"type":["null","array"]}                | [1,2]                  | {1,2}
            `"Odd Type"`                | {"type":"string"}                        | "x"                    | x
            """)
    void aColumnOfAnotherTypeKeepsIt(String type, String schema, String json, String value) {
        foreign(type);
        for (int run = 0; run < 2; run++) {
            loads(schemaOf(schema), record("t", "{\"id\":1,\"v\":" + json + "}"), record("t", "{\"id\":2}"));
            loading.execute("UPDATE t SET _sdc_received_at = '2000-01-01' WHERE id = 1");
        }
        loads(schemaOf(schema), record("t", "{\"id\":1,\"v\":" + json + "}"));

        assertThat(loading.rows("SELECT id, v::text FROM t ORDER BY id").toString())
                .isEqualTo("[[1, " + value + "], [2, null]]");
        assertThat(loading.value("SELECT format_type(atttypid, atttypmod) FROM pg_attribute"
                        + " WHERE attrelid = 't'::regclass AND attname = 'v'"))
                .isEqualTo(type);
        // The last run said nothing new, so it changed nothing.
        assertThat(loading.value("SELECT _sdc_received_at::date FROM t WHERE id = 1"))
                .isEqualTo("2000-01-01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            text[]  | {"type":"string"} | "x"     | v__text
            inet    | {"type":"object"} | {"a":1} | v__jsonb
            bytea   | {"type":"string"} | "x"     | v__text
            """)
    void aColumnThatCannotTakeAnyOfTheValuesGetsOneBesideIt(String type, String schema, String json, String column) {
        foreign(type);
        try (LogLines log = new LogLines()) {
            loads(schemaOf(schema), record("t", "{\"id\":1,\"v\":" + json + "}"));
            loads(schemaOf(schema), record("t", "{\"id\":2,\"v\":" + json + "}"));

            assertThat(log.warnings())
                    .singleElement()
                    .asString()
                    .contains("column \"v\" of \"public\".\"t\" stays " + type, "do not fit", "\"" + column + "\"");
        }
        assertThat(loading.value("SELECT count(" + column + ") FROM t")).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            inet      | {"type":"string"} | "nowhere"
            mood      | {"type":"string"} | "so so"
            text[]    | {"type":"array"}  | {"no":"array"}
            integer[] | {"type":"array"}  | ["x"]
            """)
    void aValueThatDoesNotFitIsAnErrorThatNamesTheColumn(String type, String schema, String json) {
        foreign(type);
        loading.with("validate_records", "false");

        Loading.Outcome outcome = loading.load(schemaOf(schema), record("t", "{\"id\":1,\"v\":" + json + "}"));

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .contains("stream \"t\": a value does not fit a column", "(\"v\" " + type + ")", "[22P02]")
                .hasLineCount(1);
    }

    @Test
    void aDeleteKeepsAnArray() {
        foreign("text[]");
        loads(
                schemaOf("{\"type\":\"array\"}"),
                record("t", "{\"id\":1,\"v\":[\"a\"]}"),
                record("t", "{\"id\":2,\"v\":[\"a\",\"b\"],\"_sdc_deleted_at\":\"2024-01-01T00:00:00Z\"}"),
                record("t", "{\"id\":2,\"v\":[\"c\"],\"_sdc_deleted_at\":\"2024-01-01T00:00:00Z\"}"),
                record("t", "{\"id\":1,\"_sdc_deleted_at\":\"2024-01-01T00:00:00Z\"}"));

        assertThat(loading.rows("SELECT id, v FROM t ORDER BY id").toString()).isEqualTo("[[1, {a}], [2, {c}]]");
    }

    @Test
    void rowsWithoutAKeyAreAppendedToAColumnOfAnotherType() {
        loading.execute("CREATE TABLE t (id bigint, v json); CREATE TABLE u (id bigint, v json)");
        String schema = schemaOf("{\"type\":\"integer\"}").replace("[\"id\"]", "[]");
        String row = "{\"id\":1,\"v\":7}";

        // Of two streams in one transaction none sees the other's rows.
        loads(schema, record("t", row), record("t", row), schema.replace("\"t\"", "\"u\""), record("u", row));

        assertThat(loading.rows("SELECT id, v FROM t").toString()).isEqualTo("[[1, 7], [1, 7]]");
        assertThat(loading.rows("SELECT id, v FROM u").toString()).isEqualTo("[[1, 7]]");
    }

    @Test
    void aTableThatKeptTheCaseOfItsNameIsPointedOut() {
        loading.execute("CREATE TABLE \"Orders\" (\"Id\" bigint PRIMARY KEY, \"Total\" numeric);"
                + " INSERT INTO \"Orders\" VALUES (1, 1)");
        String schema =
                "{\"type\":\"SCHEMA\",\"stream\":\"Orders\",\"key_properties\":[\"Id\"],\"schema\":{\"properties\":{"
                        + "\"Id\":{\"type\":\"integer\"},\"Total\":{\"type\":\"number\"}}}}";
        try (LogLines log = new LogLines()) {
            loads(schema, record("Orders", "{\"Id\":1,\"Total\":2}"));

            assertThat(log.warnings())
                    .containsExactly("WARN stream \"Orders\": \"public\".\"orders\" is new, and beside it stands"
                            + " \"public\".\"Orders\"; to load into that one, set identifier_case to preserve");
        }
        loading.with("identifier_case", "\"preserve\"");
        loads(schema, record("Orders", "{\"Id\":1,\"Total\":3}"));

        assertThat(loading.rows("SELECT \"Id\", \"Total\" FROM \"Orders\"").toString())
                .isEqualTo("[[1, 3]]");
    }

    @Test
    void aTableThatFitsNeedsNoOwner() {
        peer("meltanolabs");
        loading.execute("DROP ROLE IF EXISTS adopting_loader; CREATE ROLE adopting_loader LOGIN PASSWORD 'secret';"
                + " GRANT SELECT, INSERT, UPDATE ON orders TO adopting_loader");
        try {
            loading.with("user", "\"adopting_loader\"").with("password", "\"secret\"");
            loads(
                    "{\"type\":\"SCHEMA\",\"stream\":\"orders\",\"key_properties\":[\"Id\"],\"schema\":{\"properties\":{"
                            + "\"Id\":{\"type\":\"string\"},\"total\":{\"type\":\"number\"}}}}",
                    record("orders", "{\"Id\":\"b\",\"total\":7}"));

            Loading.Outcome refused = loading.load(
                    "{\"type\":\"SCHEMA\",\"stream\":\"orders\",\"key_properties\":[\"Id\"],\"schema\":{\"properties\":{"
                            + "\"Id\":{\"type\":\"string\"},\"new\":{\"type\":\"number\"}}}}");
            assertThat(refused.errors())
                    .contains("user \"adopting_loader\" lacks a right (stream \"orders\")")
                    .hasLineCount(1);
        } finally {
            loading.execute("DROP OWNED BY adopting_loader; DROP ROLE adopting_loader");
        }

        assertThat(loading.rows("SELECT \"Id\", total FROM orders ORDER BY 1").toString())
                .isEqualTo("[[a,1, 10.50], [b, 7]]");
    }

    private void foreign(String type) {
        loading.execute("CREATE TYPE mood AS ENUM ('good', 'bad'); CREATE DOMAIN short AS varchar(5);"
                + " CREATE TYPE \"Odd Type\" AS ENUM ('x'); CREATE TABLE t (id bigint PRIMARY KEY, v " + type + ");"
                + " ALTER DATABASE " + loading.database().name() + " SET lc_monetary = 'C'");
    }

    private static String schemaOf(String type) {
        return "{\"type\":\"SCHEMA\",\"stream\":\"t\",\"key_properties\":[\"id\"],\"schema\":{\"properties\":{\"id\":"
                + "{\"type\":\"integer\"},\"v\":" + type + "}}}";
    }

    private static String record(String stream, String json) {
        return "{\"type\":\"RECORD\",\"stream\":\"" + stream + "\",\"record\":" + json + "}";
    }

    private void loads(String... lines) {
        loading.loads(lines);
    }

    private String types(String table) {
        return loading.rows(
                        "SELECT attname || ' ' || format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = '"
                                + table + "'::regclass AND attnum > 0 ORDER BY attnum")
                .toString();
    }

    private void peer(String name) {
        try (InputStream sql = Objects.requireNonNull(getClass().getResourceAsStream("peers/" + name + ".sql"))) {
            loading.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
