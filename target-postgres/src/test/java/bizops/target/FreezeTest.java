package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With {@code schema_change: freeze} no table that is there is changed, and the error names each change. */
final class FreezeTest {
    private final Loading loading = new Loading();

    @BeforeEach
    void loadOnce() {
        assertThat(load("\"v\":{\"type\":\"integer\"}", "{\"id\":1,\"v\":1}").errors())
                .isEmpty();
        loading.with("schema_change", "\"freeze\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "v":{"type":"integer"},"New":{"type":"string"} | ADD COLUMN "new" text; COMMENT ON COLUMN "public"."t"."new"
            "v":{"type":"number"}                          | ALTER COLUMN "v" TYPE numeric USING "v"::numeric
            "v":{"type":"object"}                          | ALTER COLUMN "v" TYPE jsonb USING to_jsonb("v")
            "v":{"type":"number"},"w":{"type":"boolean"}   | ADD COLUMN "w" boolean, ALTER COLUMN "v" TYPE numeric
            """)
    void aChangeIsAnErrorThatNamesIt(String properties, String change) {
        String before = table();

        Loading.Outcome outcome = load(properties, "{\"id\":2}");

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .contains("stream \"T\"", "schema_change is freeze", change)
                .hasLineCount(1);
        assertThat(table()).isEqualTo(before);
    }

    @Test
    void aValueThatNeedsAWiderColumnIsAnError() {
        assertThat(load("\"v\":{\"type\":\"integer\"}", "{\"id\":2,\"v\":9223372036854775808}")
                        .errors())
                .contains("ALTER COLUMN \"v\" TYPE numeric");
    }

    @Test
    void aColumnThatMayNotBeNullIsAnError() {
        loading.execute("ALTER TABLE t ALTER v SET NOT NULL");

        assertThat(load("\"v\":{\"type\":\"integer\"}", "{\"id\":2,\"v\":2}").errors())
                .contains("ALTER COLUMN \"v\" DROP NOT NULL");
    }

    @Test
    void aTableThatFitsIsLoadedAndANewOneIsMade() {
        assertThat(load("\"v\":{\"type\":\"integer\"}", "{\"id\":2,\"v\":2}").errors())
                .isEmpty();
        assertThat(load("\"id\":{\"type\":\"integer\"}", "{\"id\":3}").errors()).isEmpty();
        assertThat(loading.load(
                                "{\"type\":\"SCHEMA\",\"stream\":\"other\",\"schema\":{\"properties\":{\"a\":{\"type\":\"integer\"}}}}",
                                "{\"type\":\"RECORD\",\"stream\":\"other\",\"record\":{\"a\":1}}")
                        .errors())
                .isEmpty();

        assertThat(loading.rows("SELECT id, v FROM t ORDER BY id").toString()).isEqualTo("[[1, 1], [2, 2], [3, null]]");
        assertThat(loading.value("SELECT a FROM other")).isEqualTo("1");
    }

    private String table() {
        return loading.rows("SELECT attname, atttypid::regtype, attnotnull FROM pg_attribute WHERE attrelid ="
                        + " 't'::regclass ORDER BY attnum")
                + loading.rows("SELECT * FROM t ORDER BY id").toString();
    }

    private Loading.Outcome load(String properties, String... records) {
        String[] lines = new String[records.length + 1];
        lines[0] = "{\"type\":\"SCHEMA\",\"stream\":\"T\",\"key_properties\":[\"id\"],\"schema\":{\"properties\":{"
                + "\"id\":{\"type\":\"integer\"}," + properties + "}}}";
        for (int i = 0; i < records.length; i++) {
            lines[i + 1] = "{\"type\":\"RECORD\",\"stream\":\"T\",\"record\":" + records[i] + "}";
        }
        return loading.load(lines);
    }
}
