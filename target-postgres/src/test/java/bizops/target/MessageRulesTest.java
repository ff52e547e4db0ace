package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What any Singer tap in the world may write, and what it means: framing, fields and order of messages. */
final class MessageRulesTest {
    private static final String SCHEMA = "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"key_properties\":[\"id\"],"
            + "\"schema\":{\"properties\":{\"id\":{\"type\":\"integer\"},\"n\":{\"type\":[\"null\",\"number\"]}}}}";

    private final Loading loading = new Loading();
    private final LogLines log = new LogLines();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void typesAreKnownInAnyCase() {
        loads(
                SCHEMA.replace("SCHEMA", "Schema"),
                "{\"type\":\"record\",\"stream\":\"s\",\"record\":{\"id\":1}}",
                "{\"type\":\"State\",\"value\":7}");

        assertThat(loading.value("SELECT count(*) FROM s")).isEqualTo("1");
    }

    @Test
    void unknownTypesAreToldOnceAndUnknownFieldsNever() {
        Loading.Outcome outcome = loading.load(
                SCHEMA.replace("\"type\":\"SCHEMA\"", "\"type\":\"SCHEMA\",\"vendor\":{\"a\":[1]}"),
                "{\"type\":\"HEARTBEAT\",\"at\":1}",
                "{\"type\":\"HEARTBEAT\",\"at\":2}",
                "{\"type\":\"RECORD\",\"stream\":\"s\",\"sequence\":5,\"record\":{\"id\":1},\"x\":null}");

        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(log.warnings().stream().filter(line -> line.contains("HEARTBEAT")))
                .hasSize(1);
        assertThat(log.warnings().toString()).doesNotContain("vendor").doesNotContain("sequence");
        assertThat(loading.value("SELECT count(*) FROM s")).isEqualTo("1");
    }

    @Test
    void linesMayBeBlankEndInCarriageReturnsAndBeginWithAByteOrderMark() {
        byte[] bytes = ("\uFEFF" + SCHEMA + "\r\n\r\n  \n\t\n" + record("{\"id\":1}") + "\r\n"
                        + "{\"type\":\"STATE\",\"value\":{\"a\":1}}\r\n")
                .getBytes(StandardCharsets.UTF_8);

        Loading.Outcome outcome = loading.load(new ByteArrayInputStream(bytes));

        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(outcome.states()).containsExactly("{\"a\":1}");
        assertThat(loading.value("SELECT count(*) FROM s")).isEqualTo("1");
    }

    @Test
    void ofAFieldThatComesTwiceTheLastCounts() {
        loads(SCHEMA, record("{\"id\":1,\"n\":1,\"n\":2.50}"));

        assertThat(loading.rows("SELECT id, n FROM s").toString()).isEqualTo("[[1, 2.50]]");
    }

    @Test
    void aKeyMayBeGivenAsABareNameAndNoKeyAsNull() {
        loads(
                SCHEMA.replace("[\"id\"]", "\"id\""),
                record("{\"id\":1}"),
                record("{\"id\":1}"),
                SCHEMA.replace("\"s\"", "\"keyless\"").replace("[\"id\"]", "null"),
                record("{\"id\":1}").replace("\"s\"", "\"keyless\""),
                record("{\"id\":1}").replace("\"s\"", "\"keyless\""));

        assertThat(loading.value("SELECT (SELECT count(*) FROM s) || ' ' || (SELECT count(*) FROM keyless)"))
                .isEqualTo("1 2");
    }

    @Test
    void aKeyInsideTheSchemaIsNotTheMessagesOwn() {
        Loading.Outcome outcome = loading.load(
                "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"key_properties\":[\"id\"],\"schema\":{\"key_properties\":"
                        + "[\"n\"],\"properties\":{\"id\":{\"type\":\"integer\"},\"n\":{\"type\":\"integer\"}}}}",
                record("{\"id\":1,\"n\":1}"),
                record("{\"id\":2,\"n\":1}"));

        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(log.warnings().toString()).contains("key_properties inside the schema");
        assertThat(loading.value("SELECT count(*) FROM s")).isEqualTo("2");
    }

    @Test
    void bookmarkPropertiesAreAHintAndNoKey() {
        loads(
                SCHEMA.replace("\"schema\":", "\"bookmark_properties\":\"gone\",\"schema\":"),
                record("{\"id\":1}"),
                SCHEMA.replace("\"schema\":", "\"bookmark_properties\":[\"n\"],\"schema\":"),
                record("{\"id\":2,\"n\":null}"));

        assertThat(loading.value("SELECT count(*) FROM s")).isEqualTo("2");
    }

    @Test
    void aTimeThatCannotBeReadIsNeverTheEndOfARow() {
        Loading.Outcome outcome = loading.load(
                SCHEMA,
                timed(1, "\"2024-05-01T10:00:00.123456Z\""),
                timed(2, "\"2024-05-01T12:00:00+02:00\""),
                timed(3, "\"2024-05-01T10:00:00\""),
                timed(4, "\"yesterday\""),
                timed(5, "null"));

        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(log.warnings().stream().filter(line -> line.contains("time_extracted")))
                .hasSize(1);
        assertThat(loading.rows("SELECT id, _sdc_extracted_at AT TIME ZONE 'UTC' FROM s ORDER BY id")
                        .toString())
                .isEqualTo("[[1, 2024-05-01 10:00:00.123456], [2, 2024-05-01 10:00:00], [3, null], [4, null],"
                        + " [5, null]]");
    }

    @Test
    void streamsMayInterleaveAndASchemaMayComeAgainAtNoCost() {
        String other = SCHEMA.replace("\"s\"", "\"t\"");
        StringBuilder messages = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            messages.append(SCHEMA)
                    .append('\n')
                    .append(record("{\"id\":" + i + "}"))
                    .append('\n');
            messages.append(other)
                    .append('\n')
                    .append(record("{\"id\":" + i + "}").replace("\"s\"", "\"t\""));
            messages.append('\n');
        }
        Loading.Outcome outcome = loading.load(messages.toString());

        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(loading.value("SELECT (SELECT count(*) FROM s) || ' ' || (SELECT count(*) FROM t)"))
                .isEqualTo("200 200");
        // One commit and one numbering for all: nothing was flushed because a SCHEMA came again.
        assertThat(loading.value("SELECT count(DISTINCT _sdc_batched_at) FROM s"))
                .isEqualTo("1");
    }

    @Test
    void aSchemaWithoutRecordsMakesItsTable() {
        loads(SCHEMA);

        assertThat(loading.value("SELECT count(*) FROM s")).isEqualTo("0");
    }

    @Test
    void anEmptyInputIsNoErrorAndSaysNothing() {
        Loading.Outcome outcome = loading.load(new ByteArrayInputStream(new byte[0]));

        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(outcome.states()).isEmpty();
    }

    private static String timed(int id, String time) {
        return "{\"type\":\"RECORD\",\"stream\":\"s\",\"time_extracted\":" + time + ",\"record\":{\"id\":" + id + "}}";
    }

    private static String record(String json) {
        return "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":" + json + "}";
    }

    private void loads(String... lines) {
        assertThat(loading.load(lines)).satisfies(outcome -> {
            assertThat(outcome.errors()).doesNotContain("CRITICAL");
            assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        });
    }
}
