package bizops.tap.marketo.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.http.RefusedException;
import bizops.singer.json.Json;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {
    private static Reply open(String json) throws IOException {
        return Reply.open(200, Json.parseObject(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":true}",
                "{\"success\":true,\"result\":null}",
                "{\"success\":true,\"result\":[],\"errors\":[]}"
            })
    void anEmptyPageMayLackItsResult(String json) throws IOException {
        assertThat(open(json).result()).isEmpty();
    }

    @Test
    void nothingFoundIsAnEmptyPage() throws IOException {
        Reply reply = open("{\"success\":false,\"errors\":[{\"code\":\"702\",\"message\":\"No data found\"}]}");

        assertThat(reply.result()).isEmpty();
        assertThat(reply.nextPageToken()).isEmpty();
    }

    @Test
    void readsBothShapesOfWarnings() throws IOException {
        Reply reply = open("{\"success\":true,\"warnings\":[\"No assets found for the given search criteria.\","
                + "{\"code\":1,\"message\":\"slow\"}]}");

        assertThat(reply.warnings()).containsExactly("No assets found for the given search criteria.", "1 slow");
    }

    @Test
    void anErrorUnderStatus200IsAnError() {
        assertThatThrownBy(
                        () -> open("{\"success\":false,\"errors\":[{\"code\":\"1003\",\"message\":\"Invalid Data\"}]}"))
                .isInstanceOf(MarketoException.class)
                .hasMessage("error 1003: Invalid Data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"601", "602", "611", "713"})
    void whatTheClientCanMendIsLeftToIt(String code) {
        assertThatThrownBy(() -> open("{\"success\":false,\"errors\":[{\"code\":\"" + code + "\",\"message\":\"\"}]}"))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void anAnswerThatSaysNothingIsNoSuccess() {
        assertThatThrownBy(() -> open("{}")).isInstanceOf(MarketoException.class);
    }
}
