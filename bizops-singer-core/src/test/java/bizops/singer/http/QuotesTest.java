package bizops.singer.http;

import static bizops.singer.http.FaultyServer.answer;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.report.Quotes;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where values are hidden, no error quotes a body. */
class QuotesTest {
    @BeforeEach
    void hide() {
        Quotes.allow(false);
    }

    @AfterEach
    void show() {
        Quotes.allow(true);
    }

    @Test
    void anErrorReplyIsNotQuoted() throws IOException {
        try (FaultyServer server = new FaultyServer(answer(400, "no row of ada@example.com"));
                ApiClient client = ApiClient.builder("test/1").build()) {
            assertThatThrownBy(() -> client.fetch(ApiRequest.get(server.uri("/x")), ApiResponse::text))
                    .hasMessageContaining("HTTP 400")
                    .hasMessageNotContaining("ada@example.com");
        }
    }

    @Test
    void aBodyThatIsNoJsonIsNotQuoted() throws IOException {
        try (FaultyServer server = new FaultyServer(answer(200, "[ada@example.com]"));
                ApiClient client = ApiClient.builder("test/1")
                        .attempts(1, Duration.ofSeconds(10))
                        .build()) {
            assertThatThrownBy(() ->
                            client.fetch(ApiRequest.get(server.uri("/x")), response -> String.valueOf(response.json())))
                    .hasMessageContaining("Json")
                    .hasMessageNotContaining("ada");
        }
    }
}
