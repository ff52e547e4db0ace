package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number that its column of limited digits would round or refuse widens the column; none loses a digit. */
final class LimitedNumbersTest {
    private static final String SCHEMA =
            "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"key_properties\":[\"id\"],\"schema\":{\"properties\":{\"id\":"
                    + "{\"type\":\"integer\"},\"v\":{\"type\":\"string\",\"format\":\"x-singer.decimal\",\"precision\":6,"
                    + "\"scale\":2}}}}";

    private final Loading loading = new Loading();

    @ParameterizedTest
    @CsvSource({
        "9999.99, 9999.99, 'numeric(6,2)'",
        "-9999.99, -9999.99, 'numeric(6,2)'",
        "1.5000, 1.50, 'numeric(6,2)'",
        "NaN, NaN, 'numeric(6,2)'",
        "10000, 10000, numeric",
        "9999.995, 9999.995, numeric",
        "0.001, 0.001, numeric"
    })
    void theColumnHoldsEveryDigit(String value, String stored, String type) {
        loading.loads(SCHEMA, record(1, value));

        assertThat(loading.rows("SELECT v, format_type(atttypid, atttypmod) FROM s, pg_attribute"
                                + " WHERE attrelid = 's'::regclass AND attname = 'v'")
                        .toString())
                .isEqualTo("[[" + stored + ", " + type + "]]");
        loading.loads(SCHEMA, record(1, value), record(2, "1"));
        assertThat(loading.value("SELECT v FROM s WHERE id = 1")).isEqualTo(stored);
    }

    @Test
    void infinityFitsOnlyWithoutALimit() {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Integer.parseInt(String.valueOf(loading.value("SHOW server_version_num"))) >= 140_000,
                "not tried: numeric has no infinity before PostgreSQL 14");
        loading.loads(SCHEMA, record(1, "-1.25"), record(2, "Infinity"), record(3, "-Infinity"));

        assertThat(loading.rows("SELECT v FROM s ORDER BY id").toString())
                .isEqualTo("[[-1.25], [Infinity], [-Infinity]]");
    }

    @Test
    void aColumnThatAViewHoldsGetsOneBesideIt() {
        loading.loads(SCHEMA, record(1, "1.25"));
        loading.execute("CREATE VIEW w AS SELECT v FROM s");
        loading.loads(SCHEMA, record(2, "10000.125"));

        assertThat(loading.rows("SELECT v, v__numeric FROM s ORDER BY id").toString())
                .isEqualTo("[[1.25, null], [null, 10000.125]]");
    }

    @ParameterizedTest
    @CsvSource({"1.5e3, 1500", "' 1', ", "1_000, ", "'1,5', ", "0x1F, ", "1e, ", "+1, ", ".5, ", "nan, ", "INF, "})
    void aTextIsANumberOnlyAsJsonWritesIt(String text, String stored) {
        Loading.Outcome outcome = loading.load(SCHEMA, record(1, text));

        assertThat(outcome.code()).isEqualTo(stored == null ? ExitCode.FAILURE : ExitCode.OK);
        if (stored == null) {
            assertThat(outcome.errors()).contains("line 2, stream \"s\", field \"v\": \"" + text + "\" is no number");
        } else {
            assertThat(loading.value("SELECT v::bigint FROM s")).isEqualTo(stored);
        }
    }

    private static String record(int id, String value) {
        return "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"id\":" + id + ",\"v\":\"" + value + "\"}}";
    }
}
