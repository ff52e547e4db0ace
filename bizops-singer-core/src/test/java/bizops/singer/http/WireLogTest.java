package bizops.singer.http;

import static bizops.singer.http.FaultyServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class WireLogTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(WireLog.class.getPackageName());
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.DEBUG);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    @Test
    void tellsOfTheExchangeWithoutAnyCredential() throws Exception {
        try (FaultyServer server =
                        new FaultyServer(answer(200, "{\"access_token\":\"s3cret-5\"}", "Set-Cookie", "s3cret-6"));
                ApiClient client = ApiClient.builder("test/1")
                        .tokens(() -> Token.bearer("s3cret-1"))
                        .build()) {
            ApiRequest request = ApiRequest.postForm(
                            server.uri("/oauth?access_token=s3cret-2&x=shown"), Map.of("password", "s3cret-3"))
                    .header("X-Auth-Token", "s3cret-4");

            client.fetch(request, ApiResponse::text);
        }

        assertThat(said())
                .contains("> POST http://127.0.0.1")
                .contains("x=shown")
                .contains("< HTTP 200")
                .doesNotContain("s3cret");
    }

    @Test
    void blanksCredentialsOutOfTheErrorsThatAVendorEchoes() throws Exception {
        String echo = "{\"error\":\"bad\",\"refresh_token\": \"s3cret-7\", \"client_secret\":\"s3cret-8\"}";
        try (FaultyServer server = new FaultyServer(answer(400, echo));
                ApiClient client = ApiClient.builder("test/1").build()) {
            assertThatThrownBy(() -> client.fetch(ApiRequest.get(server.uri("/")), ApiResponse::text))
                    .hasMessageContaining("HTTP 400")
                    .hasMessageNotContaining("s3cret");
        }
    }

    private String said() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"));
    }
}
