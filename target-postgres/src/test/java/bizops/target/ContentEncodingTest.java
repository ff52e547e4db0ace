package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that encode bytes arrive as the bytes, if the setting says so. */
final class ContentEncodingTest {
    private static final String BASE16 = "\"contentEncoding\":\"base16\"";
    private static final String BASE64 = "\"contentEncoding\":\"base64\"";

    private final Loading loading = new Loading();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "contentEncoding":"base16" | 00FFab09     | 00ffab09
            "contentEncoding":"base16" | 0x00ff       | 00ff
            "contentEncoding":"base16" | 0XFF         | ff
            "contentEncoding":"base16" | \\\\x5c785c  | 5c785c
            "contentEncoding":"base16" | abc          | 0abc
            "contentEncoding":"base16" | ``           | ``
            "format":"binary"          | 0a0d09       | 0a0d09
            "contentEncoding":"base64" | AP+rCQ==     | 00ffab09
            "contentEncoding":"base64" | AP-rCQ       | 00ffab09
            "contentEncoding":"base64" | AP+r\\nCQ== | 00ffab09
            "contentEncoding":"base64" | ``           | ``
            """)
    void theBytesAreWhatTheTextSays(String encoding, String text, String hex) {
        loading.with("interpret_content_encoding", "true");
        for (int run = 0; run < 2; run++) {
            assertThat(load(encoding, text).errors()).isEmpty();
        }

        assertThat(loading.rows("SELECT encode(v, 'hex'), pg_typeof(v) FROM t").toString())
                .isEqualTo("[[" + hex + ", bytea]]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "contentEncoding":"base16" | 0g      | base16
            "contentEncoding":"base16" | a b     | base16
            "contentEncoding":"base64" | A       | base64
            "contentEncoding":"base64" | AP+r*Q= | base64
            """)
    void aTextThatIsNotSoEncodedIsABadValue(String encoding, String text, String name) {
        loading.with("interpret_content_encoding", "true");

        Loading.Outcome outcome = load(encoding, text);

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .contains("line 2, stream \"T\", field \"v\"", "is no " + name)
                .hasLineCount(1);
    }

    @Test
    void withoutTheSettingTheTextStays() {
        assertThat(load(BASE16, "0x00FF").errors()).isEmpty();

        assertThat(loading.rows("SELECT v, pg_typeof(v) FROM t").toString()).isEqualTo("[[0x00FF, text]]");
    }

    @Test
    void theSettingTurnedOnLaterLeavesTheTextsAsTheyAre() {
        load(BASE64, "AP8=");
        loading.with("interpret_content_encoding", "true");
        load(BASE64, "AP8=");

        assertThat(loading.rows("SELECT v, v__bytea FROM t").toString()).isEqualTo("[[AP8=, \\x00ff]]");
    }

    private Loading.Outcome load(String encoding, String text) {
        return loading.load(
                "{\"type\":\"SCHEMA\",\"stream\":\"T\",\"key_properties\":[\"id\"],\"schema\":{\"properties\":{\"id\":"
                        + "{\"type\":\"integer\"},\"v\":{\"type\":\"string\"," + encoding + "}}}}",
                "{\"type\":\"RECORD\",\"stream\":\"T\",\"record\":{\"id\":1,\"v\":\"" + text + "\"}}");
    }
}
