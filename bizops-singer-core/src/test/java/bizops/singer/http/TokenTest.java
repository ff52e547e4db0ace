package bizops.singer.http;

import static bizops.singer.http.FaultyServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.http.FaultyServer.Seen;
import bizops.singer.http.FaultyServer.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TokenTest {
    private final AtomicInteger fetched = new AtomicInteger();

    @Test
    void fetchesOneTokenForManyRequests() throws Exception {
        try (FaultyServer server = new FaultyServer(answer(200, "{}"));
                ApiClient client = client().build()) {
            client.fetch(ApiRequest.get(server.uri("/1")), ApiResponse::text);
            client.fetch(ApiRequest.get(server.uri("/2")), ApiResponse::text);

            assertThat(server.seen()).extracting(Seen::authorization).containsOnly("Bearer token-1");
        }
    }

    @Test
    void fetchesANewTokenOnceWhenTheOldOneIsRefused() throws Exception {
        try (FaultyServer server = new FaultyServer(answer(401, "expired"), answer(200, "{}"));
                ApiClient client = client().build()) {
            client.fetch(ApiRequest.get(server.uri("/1")), ApiResponse::text);

            assertThat(server.seen())
                    .extracting(Seen::authorization)
                    .containsExactly("Bearer token-1", "Bearer token-2");
        }
    }

    @Test
    void stopsWhenTheNewTokenIsRefusedToo() throws Exception {
        try (FaultyServer server = new FaultyServer(answer(401, "INVALID_SESSION_ID"));
                ApiClient client = client().build()) {
            assertThatThrownBy(() -> client.fetch(ApiRequest.get(server.uri("/rows")), ApiResponse::text))
                    .hasMessage("GET 127.0.0.1/rows refuses a fresh token too: HTTP 401: INVALID_SESSION_ID;"
                            + " check the credentials");
            assertThat(server.seen()).hasSize(2);
        }
    }

    @Test
    void fetchesOneNewTokenForAllThreadsThatFindTheOldOneRefused() throws Exception {
        Step onlyTheSecond = exchange -> {
            boolean good = "Bearer token-2".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            answer(good ? 200 : 401, good ? "{}" : "expired").answer(exchange);
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (FaultyServer server = new FaultyServer(onlyTheSecond);
                ApiClient client = client().connections(4).build()) {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> client.fetch(ApiRequest.get(server.uri("/")), ApiResponse::text)));
            }
            for (Future<String> one : answers) {
                assertThat(one.get()).isEqualTo("{}");
            }
            assertThat(fetched).hasValue(2);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void replacesATokenShortlyBeforeItsEnd() throws Exception {
        ApiClientBuilder shortLived = ApiClient.builder("test/1")
                .tokens(() -> Token.bearer("token-" + fetched.incrementAndGet())
                        .until(Instant.now().plusSeconds(30)));
        try (FaultyServer server = new FaultyServer(answer(200, "{}"));
                ApiClient client = shortLived.build()) {
            client.fetch(ApiRequest.get(server.uri("/1")), ApiResponse::text);
            client.fetch(ApiRequest.get(server.uri("/2")), ApiResponse::text);

            assertThat(server.seen())
                    .extracting(Seen::authorization)
                    .containsExactly("Bearer token-1", "Bearer token-2");
        }
    }

    @Test
    void refusesALoginThatIsRefusedWithoutAskingForAnotherToken() throws Exception {
        try (FaultyServer server = new FaultyServer(answer(401, "invalid_grant"));
                ApiClient client = client().build()) {
            assertThatThrownBy(() ->
                            client.fetch(ApiRequest.get(server.uri("/login")).withoutToken(), ApiResponse::text))
                    .hasMessage("GET 127.0.0.1/login: HTTP 401: invalid_grant; check the credentials");
            assertThat(server.seen()).hasSize(1);
        }
    }

    @Test
    void sendsNoTokenWhereNoneIsWanted() throws Exception {
        try (FaultyServer server = new FaultyServer(answer(200, "{}"));
                ApiClient client = client().build()) {
            client.fetch(ApiRequest.get(server.uri("/login")).withoutToken(), ApiResponse::text);

            assertThat(server.seen()).extracting(Seen::authorization).containsExactly("none");
            assertThat(fetched).hasValue(0);
        }
    }

    private ApiClientBuilder client() {
        return ApiClient.builder("test/1")
                .backoff(Duration.ofMillis(2), Duration.ofMillis(10))
                .tokens(() -> Token.bearer("token-" + fetched.incrementAndGet()));
    }
}
