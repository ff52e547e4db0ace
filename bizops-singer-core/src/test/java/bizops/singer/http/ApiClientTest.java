package bizops.singer.http;

import static bizops.singer.http.FaultyServer.answer;
import static bizops.singer.http.FaultyServer.dropped;
import static bizops.singer.http.FaultyServer.stalled;
import static bizops.singer.http.FaultyServer.truncated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.ExitCode;
import bizops.singer.error.RemoteException;
import bizops.singer.http.FaultyServer.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ApiClientTest {
    private static final String PAGE = "{\"rows\":[1.50]}";

    @Test
    void readsAPageWithEveryDigit() throws Exception {
        try (FaultyServer server = new FaultyServer(answer(200, PAGE));
                ApiClient client = client().build()) {
            Map<?, ?> page = client.fetch(ApiRequest.get(server.uri("/rows")), ApiResponse::jsonObject);

            assertThat(page).hasToString("{rows=[1.50]}");
        }
    }

    @Test
    void triesAgainAfterEachFaultOfTheConnection() throws Exception {
        Step[] faults = {dropped(), truncated("{\"rows\":"), truncated(PAGE), answer(503, "busy"), answer(200, PAGE)};
        try (FaultyServer server = new FaultyServer(faults);
                ApiClient client = client().build()) {
            Map<?, ?> page = client.fetch(ApiRequest.get(server.uri("/rows")), ApiResponse::jsonObject);

            assertThat(page).hasToString("{rows=[1.50]}");
            assertThat(server.seen()).hasSize(5);
        }
    }

    @Test
    void triesAPostAgainToo() throws Exception {
        try (FaultyServer server = new FaultyServer(dropped(), answer(200, PAGE));
                ApiClient client = client().build()) {
            client.fetch(ApiRequest.postJson(server.uri("/query"), "{\"q\":1}"), ApiResponse::text);

            assertThat(server.seen()).extracting(FaultyServer.Seen::body).containsExactly("{\"q\":1}", "{\"q\":1}");
        }
    }

    @Test
    void triesAgainWhenTheServerFallsSilentInsideABody() throws Exception {
        try (FaultyServer server = new FaultyServer(stalled("{\"rows\":"), answer(200, PAGE));
                ApiClient client = client().timeout(Duration.ofMillis(300)).build()) {
            String page = client.fetch(ApiRequest.get(server.uri("/rows")), ApiResponse::text);

            assertThat(page).isEqualTo(PAGE);
        }
    }

    @Test
    void whatIsUnderWayWhenTheClientIsClosedBreaksOffAndIsNotTriedAgain() throws Exception {
        try (FaultyServer server = new FaultyServer(stalled("{\"rows\":"), answer(200, PAGE))) {
            ApiClient client = client().build();

            assertThatThrownBy(() -> client.fetch(ApiRequest.get(server.uri("/rows")), response -> {
                        new Thread(client::close).start();
                        return response.text();
                    }))
                    .isInstanceOf(RemoteException.class)
                    .hasMessageContaining("the client was closed");
            assertThat(server.seen()).hasSize(1);
        }
    }

    @Test
    void isTriedLaterWhenTheLastAttemptFails() throws Exception {
        try (FaultyServer server = new FaultyServer(answer(500, "oh"));
                ApiClient client = client().attempts(3, Duration.ofMinutes(1)).build()) {
            assertThatThrownBy(() -> client.fetch(ApiRequest.get(server.uri("/rows")), ApiResponse::text))
                    .isInstanceOfSatisfying(
                            RemoteException.class,
                            later -> assertThat(later.exitCode()).isEqualTo(ExitCode.TRY_LATER))
                    .hasMessage("GET 127.0.0.1/rows still fails after the last attempt: HTTP 500: oh; run again later");
            assertThat(server.seen()).hasSize(3);
        }
    }

    @Test
    void refusesAtOnceWhatTryingAgainCannotMend() throws Exception {
        try (FaultyServer server = new FaultyServer(answer(404, "no such\nobject"));
                ApiClient client = client().build()) {
            assertThatThrownBy(() -> client.fetch(ApiRequest.get(server.uri("/rows")), ApiResponse::text))
                    .isInstanceOfSatisfying(
                            RemoteException.class,
                            fatal -> assertThat(fatal.exitCode()).isEqualTo(ExitCode.FAILURE))
                    .hasMessage("GET 127.0.0.1/rows: HTTP 404: no such object");
            assertThat(server.seen()).hasSize(1);
        }
    }

    @Test
    void waitsNoLongerThanItMayAndLeavesLongWaitsToTheNextRun() throws Exception {
        try (FaultyServer server = new FaultyServer(answer(429, "slow down", "Retry-After", "3600"));
                ApiClient client = client().build()) {
            assertThatThrownBy(() -> client.fetch(ApiRequest.get(server.uri("/rows")), ApiResponse::text))
                    .hasMessageContaining("may be repeated only in 3600 s")
                    .isInstanceOfSatisfying(
                            RemoteException.class,
                            later -> assertThat(later.exitCode()).isEqualTo(ExitCode.TRY_LATER));
            assertThat(server.seen()).hasSize(1);
        }
    }

    @Test
    void waitsAsLongAsTheServerAsks() throws Exception {
        try (FaultyServer server = new FaultyServer(answer(429, "", "Retry-After", "1"), answer(200, PAGE));
                ApiClient client = client().build()) {
            Instant before = Instant.now();
            client.fetch(ApiRequest.get(server.uri("/rows")), ApiResponse::text);

            assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void spreadsRequestsOverTimeAsItsRateSays() throws Exception {
        try (FaultyServer server = new FaultyServer(answer(200, PAGE));
                ApiClient client = client().rate(20, Duration.ofSeconds(1)).build()) {
            Instant before = Instant.now();
            for (int i = 0; i < 4; i++) {
                client.fetch(ApiRequest.get(server.uri("/rows")), ApiResponse::text);
            }

            assertThat(Duration.between(before, Instant.now()))
                    .as("three gaps of a twentieth of a second")
                    .isGreaterThanOrEqualTo(Duration.ofMillis(140));
        }
    }

    @Test
    void readsCompressedBodiesAndNoticesTruncatedOnes() throws Exception {
        byte[] compressed = gzip(PAGE);
        Step whole = exchange -> gzipAnswer(exchange, compressed, compressed.length);
        Step half = exchange -> gzipAnswer(exchange, compressed, compressed.length - 9);
        try (FaultyServer server = new FaultyServer(half, whole);
                ApiClient client = client().build()) {
            assertThat(client.fetch(ApiRequest.get(server.uri("/rows")), ApiResponse::text))
                    .isEqualTo(PAGE);
            assertThat(server.seen()).hasSize(2);
        }
    }

    @Test
    void refusesABodyAboveItsCap() throws Exception {
        try (FaultyServer server = new FaultyServer(answer(200, PAGE));
                ApiClient client = client().maxBodyBytes(5).build()) {
            assertThatThrownBy(() -> client.fetch(ApiRequest.get(server.uri("/rows")), ApiResponse::text))
                    .hasMessage("GET 127.0.0.1/rows: the answer is larger than 5 bytes");
            assertThat(server.seen()).hasSize(1);
        }
    }

    @Test
    void obeysAVendorThatHidesErrorsInsideASuccess() throws Exception {
        try (FaultyServer server = new FaultyServer(answer(200, "{\"success\":false}"), answer(200, PAGE));
                ApiClient client = client().build()) {
            String page = client.fetch(ApiRequest.get(server.uri("/rows")), response -> {
                String text = response.text();
                if (text.contains("false")) {
                    throw new RefusedException(Verdict.retry("code 606"));
                }
                return text;
            });

            assertThat(page).isEqualTo(PAGE);
        }
    }

    @Test
    void tellsTheServersClock() throws Exception {
        try (FaultyServer server = new FaultyServer(answer(200, PAGE));
                ApiClient client = client().build()) {
            assertThat(client.fetch(ApiRequest.get(server.uri("/")), ApiResponse::date))
                    .isPresent();
        }
    }

    @Test
    void doesNotFollowToAnotherHost() throws Exception {
        try (FaultyServer elsewhere = new FaultyServer(answer(200, PAGE))) {
            String there = "http://localhost:" + elsewhere.port() + "/secret";
            try (FaultyServer server = new FaultyServer(answer(302, "", "Location", there));
                    ApiClient client =
                            client().tokens(() -> Token.bearer("abc")).build()) {
                assertThatThrownBy(() -> client.fetch(ApiRequest.get(server.uri("/rows")), ApiResponse::text))
                        .hasMessageContaining("leads to another host, localhost");
                assertThat(elsewhere.seen()).isEmpty();
            }
        }
    }

    @Test
    void followsWithinOneHost() throws Exception {
        try (FaultyServer server = new FaultyServer(answer(302, "", "Location", "/new"), answer(200, PAGE));
                ApiClient client = client().build()) {
            assertThat(client.fetch(ApiRequest.get(server.uri("/old")), ApiResponse::text))
                    .isEqualTo(PAGE);
            assertThat(server.seen()).extracting(FaultyServer.Seen::uri).containsExactly("/old", "/new");
        }
    }

    @Test
    void goesByTheProxyOfTheEnvironment() throws Exception {
        try (FaultyServer proxy = new FaultyServer(answer(200, PAGE));
                ApiClient client = client().environment(Map.of(
                                "http_proxy", "http://127.0.0.1:" + proxy.port(), "NO_PROXY", "localhost,.internal"))
                        .build()) {
            assertThat(client.fetch(ApiRequest.get("http://vendor.example/rows"), ApiResponse::text))
                    .isEqualTo(PAGE);
            assertThat(proxy.seen())
                    .extracting(FaultyServer.Seen::uri)
                    .singleElement()
                    .asString()
                    .contains("/rows");
        }
    }

    @Test
    void aProxyThatNobodyAnswersAtIsNamedWithItsVariable() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        try (ApiClient client = client().attempts(1, Duration.ofSeconds(5))
                .environment(Map.of("https_proxy", "http://127.0.0.1:" + port))
                .build()) {
            assertThatThrownBy(() -> client.fetch(ApiRequest.get("https://vendor.example/rows"), ApiResponse::text))
                    .isInstanceOf(RemoteException.class)
                    .hasMessageContaining(
                            "the proxy 127.0.0.1:" + port + " of the variable HTTPS_PROXY cannot be reached")
                    .hasMessageContaining("correct or unset it, or name the host in NO_PROXY");
        }
    }

    private static ApiClientBuilder client() {
        return ApiClient.builder("test/1").backoff(Duration.ofMillis(2), Duration.ofMillis(10));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void gzipAnswer(com.sun.net.httpserver.HttpExchange exchange, byte[] bytes, int length)
            throws IOException {
        exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, length);
        exchange.getResponseBody().write(bytes, 0, length);
    }
}
