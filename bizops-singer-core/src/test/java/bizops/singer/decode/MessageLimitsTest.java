package bizops.singer.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message that holds more than any may is refused, by the narrowest place that can be named. */
final class MessageLimitsTest {
    private static final int DEPTH = 4;

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            4 | {"type":"RECORD","stream":"s","record":{"a":1,"b":[[[]]]}}            | , stream "s", field "b"
            4 | {"record":{"b":[[[]]]}}                                               | , field "b"
            4 | {"type":"RECORD","stream":"s","records":{"b":[[[]]]}}                 | , stream "s"
            1 | {"type":"RECORD","stream":"s","record":{}}                            | , stream "s"
            4 | {"type":"SCHEMA","stream":"s","schema":{"properties":{"p":{"q":{}}}}} | , stream "s", field "p"
            4 | {"type":"SCHEMA","stream":"s","schema":{"definitions":{"p":{"q":{}}}}}| , stream "s"
            4 | {"type":"SCHEMA","stream":"s","x":{"properties":{"p":{"q":{}}}}}      | , stream "s"
            2 | {"type":"SCHEMA","stream":"s","schema":{"properties":{}}}             | , stream "s"
            4 | {"type":"RECORD","stream":"s","record":[{"b":[[]]}]}                  | , stream "s"
            4 | {"x":[[[[]]]]}                                                        | ``
            """)
    void theRefusalNamesTheInnermostPlaceThatTheAuthorKnows(int depth, String line, String place) {
        assertThatThrownBy(() -> decode(depth, line))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(
                        "line 7" + place + ": objects and arrays nest deeper than max_depth (" + depth + "); ");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {"type":"RECORD","stream":"s","record":{"a":?}}              | , stream "s", field "a"
            {"type":"RECORD","stream":"s","record":?}                    | , stream "s"
            {"type":"SCHEMA","stream":"s","schema":{"properties":?}}     | , stream "s"
            {"type":"SCHEMA","stream":"s","schema":{"properties":{"p":?}}} | , stream "s", field "p"
            {"x":?}                                                      | ``
            """)
    void aNumberThatIsTooLongIsNamedLikewise(String line, String place) {
        assertThatThrownBy(() -> decode(DEPTH, line.replace("?", "9".repeat(200_001))))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("line 7" + place + ": a number is longer than 200000 characters; ");
    }

    @Test
    void aMessageAsDeepAsAllowedIsRead() throws IOException {
        assertThat(decode(DEPTH, "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"a\":[[]]}}"))
                .isEqualTo("[record s {\"a\":[[]]}]");
        assertThat(decode(DEPTH, "{\"type\":\"STATE\",\"value\":[[[]]]}")).isEqualTo("[state [[[]]]]");
    }

    @Test
    void aRecordOfAFileHasTheSameLimit() throws IOException {
        assertThat(decodeRecord("{\"a\":[[[]]]}")).isEqualTo("[record s {\"a\":[[[]]]}]");
        assertThatThrownBy(() -> decodeRecord("{\"a\":[[[[]]]]}"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("line 7, stream \"s\": objects and arrays nest deeper than max_depth (4); ");
    }

    private static String decode(int depth, String line) throws IOException {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        Heard heard = new Heard();
        new MessageDecoder(heard, depth).decode(bytes, 0, bytes.length, 7);
        return heard.said.toString();
    }

    private static String decodeRecord(String record) throws IOException {
        byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
        Heard heard = new Heard();
        new MessageDecoder(heard, DEPTH).decodeRecord("s", null, bytes, 0, bytes.length, 7);
        return heard.said.toString();
    }
}
