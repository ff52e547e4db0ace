package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects inside records as columns of their own. */
final class FlatteningTest {
    private static final String ADDRESS = "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"},"
            + "\"geo\":{\"type\":\"object\",\"properties\":{\"lat\":{\"type\":\"number\"},\"lon\":{\"type\":\"number\"}}},"
            + "\"tags\":{\"type\":\"array\"},\"free\":{\"type\":\"object\"}}}";

    private final Loading loading = new Loading();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | address jsonb
            1 | address__city text, address__free jsonb, address__geo jsonb, address__tags jsonb
            2 | address__city text, address__free jsonb, address__geo__lat numeric, address__geo__lon numeric, address__tags jsonb
            9 | address__city text, address__free jsonb, address__geo__lat numeric, address__geo__lon numeric, address__tags jsonb
            """)
    void objectsBecomeColumnsAsDeepAsAsked(int depth, String columns) {
        loading.with("flattening_enabled", "true").with("flattening_max_depth", Integer.toString(depth));
        loading.loads(schema(ADDRESS), record("{\"city\":\"Bonn\",\"geo\":{\"lat\":50.70,\"lon\":7.1},\"tags\":[1]}"));

        assertThat(columns()).isEqualTo(columns);
    }

    @Test
    void theOtherTargetsSettingAsksForTheSame() {
        loading.with("data_flattening_max_level", "1");
        loading.loads(schema(ADDRESS), record("{\"city\":\"Bonn\",\"geo\":{\"lat\":50.70}}"));

        assertThat(loading.rows("SELECT address__city, address__geo, address__tags FROM t")
                        .toString())
                .isEqualTo("[[Bonn, {\"lat\": 50.70}, null]]");
    }

    @Test
    void everyDigitAndCharacterArrives() {
        deep(2);
        loading.loads(
                schema("{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"number\"},\"i\":{\"type\":\"integer\"},"
                        + "\"s\":{\"type\":\"string\"},\"j\":{\"type\":\"object\"},\"small\":{\"type\":\"number\"}}}"),
                record("{\"n\":123456789012345678.123456789012345678,\"i\":9007199254740993,\"small\":1E-30,"
                        + "\"s\":\"a\\ud800\\u0000😀\\\"\\\\\\n\",\"j\":{\"x\":[1.50,1E400,100000000000000000001]}}"));

        assertThat(loading.rows("SELECT address__n, address__i, address__small, address__s FROM t")
                        .toString())
                .isEqualTo("[[123456789012345678.123456789012345678, 9007199254740993,"
                        + " 0.000000000000000000000000000001, a\uFFFD\uFFFD😀\"\\\n]]");
        assertThat(loading.value("SELECT address__j -> 'x' ->> 0 FROM t")).isEqualTo("1.50");
        assertThat(loading.value("SELECT (address__j -> 'x' ->> 1)::numeric = 1E400::numeric FROM t"))
                .isEqualTo("t");
        assertThat(loading.value("SELECT address__j -> 'x' ->> 2 FROM t")).isEqualTo("100000000000000000001");
    }

    @Test
    void aNumberBeyondEveryRangeIsRefusedAsWithoutFlattening() {
        String plain = loading.load(
                        "{\"type\":\"SCHEMA\",\"stream\":\"u\",\"key_properties\":[],\"schema\":{\"properties\":"
                                + "{\"n\":{\"type\":\"number\"}}}}",
                        "{\"type\":\"RECORD\",\"stream\":\"u\",\"record\":{\"n\":1E99999999999}}")
                .errors();
        deep(1);
        String flat = loading.load(
                        schema("{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"number\"}}}"),
                        record("{\"n\":1E99999999999}"))
                .errors();

        assertThat(flat).isEqualTo(plain.replace("\"u\"", "\"t\"").replace("\"n\"", "\"address__n\""));
    }

    @Test
    void deepNestingStaysWhole() {
        deep(1);
        String value = "[".repeat(990) + "]".repeat(990);
        loading.loads(schema("{\"type\":\"object\",\"properties\":{\"v\":{}}}"), record("{\"v\":" + value + "}"));

        assertThat(loading.value("SELECT address__v FROM t")).isEqualTo(value);
    }

    @Test
    void aNullOrMissingObjectHasNullColumns() {
        deep(9);
        String nullable = "{\"anyOf\":[{\"type\":\"null\"},{\"type\":\"object\",\"required\":[\"city\",\"kind\"],"
                + "\"properties\":{\"city\":{\"type\":\"string\"},\"kind\":{\"enum\":[\"a\"]},"
                + "\"made\":{\"$ref\":\"#/definitions/moment\"}}}]}";
        loading.loads(
                schema(nullable)
                        .replace(
                                "\"schema\":{",
                                "\"schema\":{\"definitions\":{\"moment\":{\"type\":\"string\",\"format\":\"date-time\"}},"),
                record(1, "{\"city\":\"Bonn\",\"kind\":\"a\",\"made\":\"2024-01-01T00:00:00Z\"}"),
                record(2, "null"),
                "{\"type\":\"RECORD\",\"stream\":\"t\",\"record\":{\"id\":3}}");

        assertThat(loading.rows("SELECT address__city, address__kind, address__made FROM t ORDER BY id")
                        .toString())
                .isEqualTo("[[Bonn, a, 2024-01-01 00:00:00+00], [null, null, null], [null, null, null]]");
        assertThat(loading.load(record(4, "{\"city\":\"Bonn\",\"kind\":\"b\"}")).errors())
                .contains("before its SCHEMA");
        assertThat(loading.load(schema(nullable).replace("$ref", "title"), record(4, "{\"kind\":\"b\"}"))
                        .errors())
                .contains("field \"address__kind\"");
    }

    @Test
    void aNullObjectEmptiesItsColumnsAndAMissingOneKeepsThem() {
        deep(1).with("absent_fields", "\"keep\"");
        String nullable = ADDRESS.replaceFirst("\"object\"", "[\"null\",\"object\"]");
        loading.loads(schema(nullable), record(1, "{\"city\":\"Bonn\"}"), record(2, "{\"city\":\"Ulm\"}"));
        loading.loads(
                schema(nullable), record(1, "null"), "{\"type\":\"RECORD\",\"stream\":\"t\",\"record\":{\"id\":2}}");

        assertThat(loading.rows("SELECT address__city FROM t ORDER BY id").toString())
                .isEqualTo("[[null], [Ulm]]");
    }

    @Test
    void whatMustBeThereMustStillBeThere() {
        deep(1);
        String needed = "{\"type\":\"object\",\"required\":[\"city\"],\"properties\":{\"city\":{\"type\":\"string\"}}}";
        String lines = schema(needed).replace("\"schema\":{", "\"schema\":{\"required\":[\"address\"],");

        assertThat(loading.load(lines, record("{}")).errors()).contains("line 2, stream \"t\"", "address__city");
        loading.loads(schema(needed), record("{}"));
    }

    @Test
    void whatNoSchemaNamesIsDroppedWithAWarning() {
        deep(1);
        try (LogLines log = new LogLines()) {
            loading.loads(
                    schema(ADDRESS),
                    record(1, "{\"city\":\"Bonn\",\"zip\":1}"),
                    record(2, "{\"zip\":1}"),
                    "{\"type\":\"RECORD\",\"stream\":\"t\",\"record\":{\"id\":3,\"address__city\":\"not this\"}}");

            assertThat(log.warnings())
                    .containsExactly(
                            "WARN stream \"t\": field \"address__zip\" is not in the schema and is dropped",
                            "WARN stream \"t\": field \"address__city\" is not in the schema and is dropped");
        }
        assertThat(loading.rows("SELECT address__city FROM t ORDER BY id").toString())
                .isEqualTo("[[Bonn], [null], [null]]");
    }

    @Test
    void aClosedObjectRefusesWhatItDoesNotNameAndAnOpenOneDoesNot() {
        deep(1);
        String closed = schema(ADDRESS.replaceFirst("\\{", "{\"additionalProperties\":false,"));

        assertThat(loading.load(closed, record("{\"zip\":1}")).errors()).contains("line 2, stream \"t\"", "zip");
        loading.loads(
                closed,
                "{\"type\":\"RECORD\",\"stream\":\"t\",\"record\":{\"id\":1,\"more\":1,\"_sdc_deleted_at\":null}}");
    }

    @Test
    void aValueThatIsNoObjectIsABadValue() {
        deep(9);

        assertThat(loading.load(schema(ADDRESS), record("\"Bonn\"")).errors())
                .isEqualTo("CRITICAL target-postgres: line 2, stream \"t\", field \"address\": a string is no object to"
                        + " take apart into columns; correct the tap, or set on_bad_value to null or reject\n");

        loading.with("on_bad_value", "\"null\"");
        try (LogLines log = new LogLines()) {
            loading.loads(schema(ADDRESS), record("{\"city\":\"Bonn\",\"geo\":[1]}"));
            assertThat(log.warnings())
                    .contains("WARN stream \"t\", field \"address__geo\": bad values stored as null: 1");
        }
        assertThat(loading.rows("SELECT address__city, address__geo__lat FROM t")
                        .toString())
                .isEqualTo("[[Bonn, null]]");
    }

    @Test
    void aRecordThatIsPutAsideShowsTheValue() {
        deep(1).with("on_bad_value", "\"reject\"");
        loading.loads(schema(ADDRESS), record(1, "{\"city\":\"Bonn\"}"), record(2, "\"Ulm\""));

        assertThat(loading.rows("SELECT address__city FROM t").toString()).isEqualTo("[[Bonn]]");
        assertThat(loading.value("SELECT field || ' ' || record FROM _sdc_rejected"))
                .startsWith("address {\"id\":2,\"address\":\"Ulm\",\"address__city\":null");
    }

    @Test
    void objectsThatMayBeSomethingElseStayWhole() {
        deep(9);
        loading.loads(
                schema(ADDRESS.replaceFirst("\"object\"", "[\"object\",\"string\"]")),
                record(1, "{\"city\":\"Bonn\"}"),
                record(2, "\"Bonn\""));

        assertThat(loading.rows("SELECT address FROM t ORDER BY id").toString())
                .isEqualTo("[[{\"city\": \"Bonn\"}], [\"Bonn\"]]");
    }

    @Test
    void twoColumnsOfOneNameAreAnError() {
        deep(1);
        String both = schema(ADDRESS + ",\"address__city\":{\"type\":\"string\"}");

        assertThat(loading.load(both).errors())
                .contains("line 1, stream \"t\": flattening makes two columns of one name, \"address__city\"")
                .hasLineCount(1);

        loading.with("flattening_separator", "\"_\"");
        loading.loads(both, record("{\"city\":\"Bonn\"}"));
        assertThat(loading.value("SELECT address_city FROM t")).isEqualTo("Bonn");
    }

    @Test
    void longNamesAreCutAndStayApart() {
        deep(1);
        String one = "x".repeat(70) + "1";
        String other = "x".repeat(70) + "2";
        for (int run = 0; run < 2; run++) {
            loading.loads(
                    schema("{\"type\":\"object\",\"properties\":{\"" + one + "\":{\"type\":\"integer\"},\"" + other
                            + "\":{\"type\":\"integer\"}}}"),
                    record("{\"" + one + "\":1,\"" + other + "\":2}"));
        }

        assertThat(columns()).matches("(address__x{45}_[0-9a-f]{8} bigint(, )?){2}");
        assertThat(loading.value("SELECT count(*) FROM t")).isEqualTo("1");
    }

    @Test
    void theUsersOwnLengthHolds() {
        deep(1).with("flattening_max_key_length", "19");
        loading.loads(schema("{\"type\":\"object\",\"properties\":{\"postal_code\":{\"type\":\"integer\"}}}"));

        assertThat(columns()).matches("address__p_[0-9a-f]{8} bigint");
    }

    @Test
    void aKeyMayBeInsideAnObjectButNotBeOne() {
        deep(1);
        String lines = schema(ADDRESS);

        assertThat(loading.load(lines.replace("[\"id\"]", "[\"address\"]")).errors())
                .contains("key_properties names \"address\", an object that flattening takes apart")
                .hasLineCount(1);
        loading.loads(
                lines.replace("[\"id\"]", "[\"address__city\"]"),
                record("{\"city\":\"Bonn\"}"),
                record("{\"city\":\"Bonn\"}"));
        assertThat(loading.value("SELECT count(*) FROM t")).isEqualTo("1");
    }

    @Test
    void referencesIntoThePropertiesLeadWhereTheyLed() {
        deep(1);
        loading.loads(
                schema(ADDRESS + ",\"second\":{\"$ref\":\"#/properties/address\"},"
                        + "\"town\":{\"$ref\":\"#/properties/address/properties/city\"}"),
                "{\"type\":\"RECORD\",\"stream\":\"t\",\"record\":{\"id\":1,\"town\":\"Ulm\",\"second\":{\"city\":\"Bonn\"}}}");

        assertThat(loading.rows("SELECT second__city, town, pg_typeof(town) FROM t")
                        .toString())
                .isEqualTo("[[Bonn, Ulm, text]]");
    }

    @Test
    void aSchemaThatRefersToItselfIsTakenApartOnlyAsDeepAsAsked() {
        deep(2);
        loading.loads(
                "{\"type\":\"SCHEMA\",\"stream\":\"t\",\"key_properties\":[\"id\"],\"schema\":{\"type\":\"object\",\"properties\":"
                        + "{\"id\":{\"type\":\"integer\"},\"up\":{\"$ref\":\"#\"}}}}",
                "{\"type\":\"RECORD\",\"stream\":\"t\",\"record\":{\"id\":1,\"up\":{\"id\":2,\"up\":{\"id\":3,\"up\":{\"id\":4}}}}}");

        assertThat(loading.rows("SELECT id, up__id, up__up__id, up__up__up FROM t")
                        .toString())
                .isEqualTo("[[1, 2, 3, {\"id\": 4}]]");
    }

    @Test
    void settingsThatContradictEachOtherAreErrors() {
        loading.with("flattening_enabled", "true");
        assertThat(loading.load(schema(ADDRESS)).errors())
                .contains("'flattening_max_depth' is required with 'flattening_enabled'");

        loading.with("flattening_enabled", "false").with("data_flattening_max_level", "1");
        Loading.Outcome outcome = loading.load(schema(ADDRESS));
        assertThat(outcome.errors()).contains("'data_flattening_max_level'", "'flattening_enabled' is false");
        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
    }

    private Loading deep(int levels) {
        return loading.with("flattening_enabled", "true").with("flattening_max_depth", Integer.toString(levels));
    }

    private String columns() {
        return String.valueOf(
                loading.value("SELECT string_agg(attname || ' ' || atttypid::regtype, ', ' ORDER BY attname)"
                        + " FROM pg_attribute WHERE attrelid = 't'::regclass AND attnum > 0 AND attname LIKE 'addr%'"));
    }

    private static String schema(String address) {
        return "{\"type\":\"SCHEMA\",\"stream\":\"t\",\"key_properties\":[\"id\"],\"schema\":{\"properties\":"
                + "{\"id\":{\"type\":\"integer\"},\"address\":" + address + "}}}";
    }

    private static String record(String address) {
        return record(1, address);
    }

    private static String record(int id, String address) {
        return "{\"type\":\"RECORD\",\"stream\":\"t\",\"record\":{\"id\":" + id + ",\"address\":" + address + "}}";
    }
}
