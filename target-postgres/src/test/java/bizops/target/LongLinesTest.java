package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lengths that stop parsers by default do not stop a load, and an error never shows more than the beginning of a line. */
final class LongLinesTest {
    private static final String SCHEMA = "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"key_properties\":[\"id\"],"
            + "\"schema\":{\"properties\":{\"id\":{\"type\":\"integer\"},\"j\":{\"type\":[\"null\",\"object\"]},"
            + "\"t\":{\"type\":\"string\"},\"n\":{\"type\":\"number\"}}}}";

    private final Loading loading = new Loading();

    @Test
    void aTextMayBeLongerThanTwentyMillionCharacters() {
        String text = "x".repeat(20_500_000);

        loading.loads(SCHEMA, record("\"id\":1,\"t\":\"" + text + "\""));

        assertThat(loading.rows("SELECT length(t), md5(t) = md5(repeat('x', 20500000)) FROM s")
                        .toString())
                .isEqualTo("[[20500000, t]]");
    }

    @Test
    void aNameInARecordMayBeLongerThanFiftyThousandCharacters() {
        String name = "k".repeat(60_000);

        try (LogLines log = new LogLines()) {
            loading.loads(SCHEMA, record("\"id\":1,\"j\":{\"" + name + "\":1},\"" + name + "\":1"));
            assertThat(log.warnings())
                    .containsExactly(
                            "WARN stream \"s\": field \"" + "k".repeat(80) + "…\" is not in the schema and is dropped");
        }

        assertThat(loading.value("SELECT length(jsonb_object_keys(j)) FROM s")).isEqualTo("60000");
    }

    @Test
    void aNumberMayHaveMoreThanAThousandDigits() {
        String number = "9".repeat(2_000) + "." + "1".repeat(1_500);

        loading.loads(SCHEMA, record("\"id\":1,\"n\":" + number + ",\"j\":{\"n\":" + number + "}"));

        assertThat(loading.rows("SELECT n::text, j ->> 'n' FROM s").toString())
                .isEqualTo("[[" + number + ", " + number + "]]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"RECORD\",\"x\":\"%s\"",
                "%s",
                "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"t\":\"%s\",}}"
            })
    void aLineThatIsNoMessageIsShownByItsBeginning(String line) {
        String personal = "anna@example.com ".repeat(10_000);

        Loading.Outcome outcome = loading.load(SCHEMA, line.formatted(personal), SCHEMA);

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors()).contains("line 2 is no message").hasLineCount(1);
        assertThat(outcome.errors().length()).isLessThan(500);
        assertThat(outcome.errors().split("anna@", -1)).hasSizeLessThan(15);
    }

    @Test
    void aBadValueIsShownByItsBeginning() {
        Loading.Outcome outcome = loading.load(SCHEMA, record("\"id\":\"" + "z".repeat(5_000) + "\""));

        assertThat(outcome.errors()).contains("field \"id\": \"zzz").doesNotContain("z".repeat(81));
    }

    /** Half of a pair of surrogates in three bytes is no UTF-8, though some parsers take it. */
    @ParameterizedTest
    @ValueSource(strings = {"t", "j"})
    void halfACharacterInBytesNeverReachesTheTable(String field) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.writeBytes((SCHEMA + "\n{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"id\":1,\"" + field + "\":"
                        + (field.equals("j") ? "{\"a\":" : "") + "\"a")
                .getBytes(StandardCharsets.UTF_8));
        input.writeBytes(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80});
        input.writeBytes(("b\"" + (field.equals("j") ? "}" : "") + "}}\n").getBytes(StandardCharsets.UTF_8));

        Loading.Outcome outcome = loading.load(new ByteArrayInputStream(input.toByteArray()));

        assertThat(outcome.errors())
                .contains("line 2 is no message (Invalid UTF-8")
                .hasLineCount(1);
        assertThat(loading.value("SELECT count(*) FROM s")).isEqualTo("0");
    }

    private static String record(String members) {
        return "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{" + members + "}}";
    }
}
