package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import org.junit.jupiter.api.Test;

/** Values arrive in the table to the last digit and character. */
final class HostileValuesTest {
    private final Loading loading = new Loading();

    @Test
    void textsKeepEveryCharacterThatPostgresCanHold() {
        String text =
                "tab\\t line\\n return\\r back\\\\slash \\\\N \\\\. quote\\\" '' \\u0001 \\u007f é \\uD83D\\uDE00 😀 %s $1 {}";
        load("{\"type\":\"string\"}", '"' + text + '"');

        assertThat(loading.value("SELECT v FROM t"))
                .isEqualTo("tab\t line\n return\r back\\slash \\N \\. quote\" '' \u0001 \u007f é 😀 😀 %s $1 {}");
    }

    @Test
    void whatPostgresCannotHoldBecomesTheReplacementCharacter() {
        load("{\"type\":\"string\"}", "\"a\\u0000b\\ud800c\\udc00\"");

        assertThat(loading.value("SELECT v FROM t")).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
    }

    @Test
    void nestedJsonKeepsDigitsAndCharacters() {
        load(
                "{\"type\":\"object\"}",
                "{\"n\":12345678901234567890.1234567890,\"m\":1.50,\"k\\u0000\":[\"\\u0000\\\\\\\"\\n\\t\",null,true,{}],\"e\":\"\"}");

        assertThat(loading.value("SELECT v FROM t"))
                .isEqualTo("{\"e\": \"\", \"m\": 1.50, \"n\": 12345678901234567890.1234567890, \"k\uFFFD\": "
                        + "[\"\uFFFD\\\\\\\"\\n\\t\", null, true, {}]}");
    }

    @Test
    void numbersKeepEveryDigit() {
        load("{\"type\":\"number\"}", "12345678901234567890123456789.10", "-0.0000000000000000001", "1E3", "0");

        assertThat(loading.rows("SELECT v FROM t ORDER BY k").toString())
                .isEqualTo("[[12345678901234567890123456789.10], [-0.0000000000000000001], [1000], [0]]");
    }

    @Test
    void wholeNumbersMayBeWrittenWithPointOrExponent() {
        load("{\"type\":\"integer\"}", "1.0", "1e3", "-9223372036854775808", "9223372036854775807");

        assertThat(loading.rows("SELECT v, pg_typeof(v) FROM t ORDER BY k").toString())
                .isEqualTo(
                        "[[1, bigint], [1000, bigint], [-9223372036854775808, bigint], [9223372036854775807, bigint]]");
    }

    @Test
    void aNumberBeyondBigintWidensItsColumn() {
        load("{\"type\":\"integer\"}", "1", "9223372036854775808");

        assertThat(loading.rows("SELECT v, pg_typeof(v) FROM t ORDER BY k").toString())
                .isEqualTo("[[1, numeric], [9223372036854775808, numeric]]");

        load("{\"type\":\"integer\"}", "5");

        assertThat(loading.value("SELECT sum(v) FROM t")).isEqualTo("9223372036854775813");
    }

    @Test
    void dateTimesBecomeInstantsInUtc() {
        load(
                "{\"type\":\"string\",\"format\":\"date-time\"}",
                "\"2024-02-29T23:59:59.1234567+02:00\"",
                "\"2024-02-29 10:00:00\"",
                "\"2024-06-30T23:59:60Z\"",
                "\"2024-12-31T24:00:00Z\"",
                "\"+12024-01-01T00:00:00Z\"",
                "\"-0043-03-15T00:00:00Z\"",
                "\"2024-01-01T00:00:00+2330\"",
                "\"2024-01-01\"",
                "\"2020-01-01 10:00:00 UTC\"",
                "\"2020-01-01T11:00:00.5gmt\"",
                "\"\"");

        assertThat(loading.rows("SELECT v FROM t ORDER BY k").toString())
                .isEqualTo("[[2024-02-29 21:59:59.123456+00], [2024-02-29 10:00:00+00], [2024-07-01 00:00:00+00],"
                        + " [2025-01-01 00:00:00+00], [12024-01-01 00:00:00+00], [0044-03-15 00:00:00+00 BC],"
                        + " [2023-12-31 00:30:00+00], [2024-01-01 00:00:00+00],"
                        + " [2020-01-01 10:00:00+00], [2020-01-01 11:00:00.5+00], [null]]");
    }

    @Test
    void datesTimesIdsAndBooleansHaveTheirTypes() {
        load("{\"type\":\"string\",\"format\":\"date\"}", "\"2024-02-29\"", "\"2024-03-01T00:00:00Z\"");
        assertThat(loading.rows("SELECT v, pg_typeof(v) FROM t ORDER BY k").toString())
                .isEqualTo("[[2024-02-29, date], [2024-03-01, date]]");
    }

    @Test
    void aTimeWithAnOffsetIsMovedToUtc() {
        load(
                "{\"type\":\"string\",\"format\":\"time\"}",
                "\"01:30:00+02:00\"",
                "\"12:00\"",
                "\"24:00:00\"",
                "\"13:00 UTC\"");

        assertThat(loading.rows("SELECT v FROM t ORDER BY k").toString())
                .isEqualTo("[[23:30:00], [12:00:00], [24:00:00], [13:00:00]]");
    }

    @Test
    void aDateTimeLeavesItsTimeToATimeColumnButADateHasNone() {
        load(
                "{\"type\":\"string\",\"format\":\"time\"}",
                "\"1970-01-01T08:30:00Z\"",
                "\"2021-06-05 23:59:59.5\"",
                "\"1970-01-01T01:00:00+02:00\"");

        assertThat(loading.rows("SELECT v FROM t ORDER BY k").toString())
                .isEqualTo("[[08:30:00], [23:59:59.5], [23:00:00]]");
        Loading.Outcome outcome = loading.load(
                schema("{\"type\":\"string\",\"format\":\"time\"}"),
                "{\"type\":\"RECORD\",\"stream\":\"T\",\"record\":{\"k\":9,\"v\":\"2021-06-05\"}}");
        assertThat(outcome.errors()).contains("field \"v\": \"2021-06-05\" is no time of day");
    }

    @Test
    void literalsInTextsAreTakenForNumbersAndBooleans() {
        load("{\"type\":[\"null\",\"boolean\"]}", "\"true\"", "false", "\"\"");

        assertThat(loading.rows("SELECT v FROM t ORDER BY k").toString()).isEqualTo("[[t], [f], [null]]");
    }

    @Test
    void aValueOutOfRangeIsOneClearErrorAndWhatCameBeforeStays() {
        Loading.Outcome outcome = loading.load(
                schema("{\"type\":\"string\",\"format\":\"date-time\"}"),
                record(1, "\"2024-01-01T00:00:00Z\""),
                "{\"type\":\"STATE\",\"value\":1}",
                record(2, "\"2018-13-40\""),
                "{\"type\":\"STATE\",\"value\":2}");

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .isEqualTo(
                        "CRITICAL target-postgres: line 4, stream \"T\", field \"v\": \"2018-13-40\" is no date-time;"
                                + " correct the tap, or set on_bad_value to null or reject\n");
        assertThat(outcome.states()).containsExactly("1");
        assertThat(loading.value("SELECT count(*) FROM t")).isEqualTo("1");
    }

    @Test
    void aBadValueCanBeStoredAsNull() {
        loading.with("on_bad_value", "\"null\"");

        load("{\"type\":\"integer\"}", "\"many\"", "7");

        assertThat(loading.rows("SELECT v FROM t ORDER BY k").toString()).isEqualTo("[[null], [7]]");
    }

    private void load(String valueSchema, String... values) {
        String[] lines = new String[values.length + 1];
        lines[0] = schema(valueSchema);
        for (int i = 0; i < values.length; i++) {
            lines[i + 1] = record(i, values[i]);
        }
        loading.loads(lines);
    }

    private static String schema(String valueSchema) {
        return "{\"type\":\"SCHEMA\",\"stream\":\"T\",\"key_properties\":[\"k\"],\"schema\":{\"properties\":"
                + "{\"k\":{\"type\":\"integer\"},\"v\":" + valueSchema + "}}}";
    }

    private static String record(int key, String value) {
        return "{\"type\":\"RECORD\",\"stream\":\"T\",\"record\":{\"k\":" + key + ",\"v\":" + value + "}}";
    }
}
