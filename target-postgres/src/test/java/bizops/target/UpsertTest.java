package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import org.junit.jupiter.api.Test;

/** Records of a stream with a key replace each other. */
final class UpsertTest {
    private static final String SCHEMA = """
            {"type":"SCHEMA","stream":"Lead","key_properties":["Id"],"schema":{"type":"object","properties":{\
            "Id":{"type":"string"},"Amount":{"type":["null","number"]},"Name":{"type":["null","string"]}}}}""";

    private final Loading loading = new Loading();

    @Test
    void theLastRecordOfAKeyWinsWithinARunAndAcrossRuns() {
        Loading.Outcome first = loading.load(
                SCHEMA,
                record("{\"Id\":\"a\",\"Amount\":1.10,\"Name\":\"one\"}"),
                record("{\"Id\":\"b\",\"Amount\":2}"),
                record("{\"Id\":\"a\",\"Amount\":3.30,\"Name\":\"two\"}"),
                "{\"type\":\"STATE\",\"value\":{\"at\":1}}");
        assertThat(first.errors()).isEmpty();
        assertThat(first.code()).isEqualTo(ExitCode.OK);
        assertThat(first.states()).containsExactly("{\"at\":1}");
        assertThat(loading.rows("SELECT id, amount, name FROM lead ORDER BY id").toString())
                .isEqualTo("[[a, 3.30, two], [b, 2, null]]");

        loading.load(SCHEMA, record("{\"Id\":\"b\",\"Name\":\"three\"}"));

        assertThat(loading.rows("SELECT id, amount, name FROM lead ORDER BY id").toString())
                .isEqualTo("[[a, 3.30, two], [b, null, three]]");
    }

    @Test
    void aRecordThatSaysNothingNewLeavesItsRowAlone() {
        String same = record("{\"Id\":\"a\",\"Amount\":1}");
        loading.load(SCHEMA, same);
        // A row that is only locked has another xmax.
        String marks = "SELECT _sdc_sequence || ' ' || xmin || ' ' || xmax FROM lead";
        String before = loading.value(marks);

        loading.load(SCHEMA, same);

        assertThat(loading.value(marks)).isEqualTo(before);
    }

    @Test
    void absentFieldsKeepTheirValueWithoutAnyMetadataToo() {
        loading.with("absent_fields", "\"keep\"").with("add_record_metadata", "false");
        loading.loads(SCHEMA, record("{\"Id\":\"a\",\"Amount\":1,\"Name\":\"one\"}"));

        loading.loads(
                SCHEMA, record("{\"Id\":\"a\",\"Name\":\"two\"}"), record("{\"Id\":\"a\"}"), record("{\"Id\":\"b\"}"));

        assertThat(loading.rows("SELECT * FROM lead ORDER BY id").toString())
                .isEqualTo("[[a, 1, two], [b, null, null]]");
        loading.loads(SCHEMA, record("{\"Id\":\"c\"}"));
        assertThat(loading.value("SELECT count(*) FROM lead")).isEqualTo("3");
    }

    private static String record(String json) {
        return "{\"type\":\"RECORD\",\"stream\":\"Lead\",\"record\":" + json + "}";
    }
}
