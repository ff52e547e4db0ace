package bizops.report.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bizops.singer.error.ConfigException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class SiteServerTest {
    @TempDir
    Path project;

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<List<String>> told = new LinkedBlockingQueue<>();
    private TextSite site = new TextSite(Path.of(""));
    private SiteServer server;

    @BeforeEach
    void serve() throws IOException {
        site = new TextSite(project);
        site.say("hello");
        server = SiteServer.start(project, 0, site, told::add);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    @Test
    void showsThePages() throws Exception {
        assertThat(get("").body()).contains("<p>index.html hello</p>");
        assertThat(get("index.html").body()).contains("<p>index.html hello</p>");
        assertThat(get("other-page.html").body()).contains("<p>other-page.html hello</p>");
        assertThat(told.take()).isEmpty();
    }

    @Test
    void keepsNoPageAndLetsNobodyFrameIt() throws Exception {
        HttpResponse<String> page = get("");

        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValue("frame-ancestors 'none'");
        assertThat(page.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"none.html", "words.txt", "../words.txt", "%2e%2e/words.txt", "last/none.html", "a/index.html"})
    void hasNothingButPages(String path) throws Exception {
        assertThat(raw("GET /" + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port() + "\r\n"))
                .startsWith("HTTP/1.1 404 ")
                .doesNotContain("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1.evil.example", "localhost:1", ""})
    void answersNobodyWhoKnowsItByAnotherName(String host) throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\n"))
                .startsWith("HTTP/1.1 403 ")
                .doesNotContain("hello");
        assertThat(raw("GET /events HTTP/1.1\r\nHost: " + host + "\r\n")).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void answersToLocalhost() throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost:" + port() + "\r\n")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void takesNothing() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(uri(""))
                        .POST(HttpRequest.BodyPublishers.ofString("x"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET");
    }

    @Test
    void listensToThisMachineAlone() throws Exception {
        Optional<InetAddress> other = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .findFirst();
        assumeTrue(other.isPresent(), "the machine has no other address");

        assertThatThrownBy(() -> new Socket(other.orElseThrow(), port())).isInstanceOf(IOException.class);
    }

    @Test
    void tellsAPageOfEachBuild() throws Exception {
        String served = stamp(get("").body());
        try (BufferedReader events = events()) {
            assertThat(next(events)).isEqualTo(served);

            site.say("hello again");

            String built = next(events);
            assertThat(built).isNotEqualTo(served);
            HttpResponse<String> page = get("");
            assertThat(page.body()).contains("<p>index.html hello again</p>");
            assertThat(stamp(page.body())).isEqualTo(built);
        }
    }

    @Test
    void showsMistakesInPlaceOfThePagesAndKeepsTheLastGoodOnes() throws Exception {
        try (BufferedReader events = events()) {
            next(events);
            site.say("? hello");
            next(events);
        }

        HttpResponse<String> page = get("other-page.html");
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body())
                .contains("<h1>2 mistakes</h1>", "words.txt:1: asks &lt;why&gt;", "words.txt:2: &amp; more")
                .contains("href=\"/last/index.html\"")
                .doesNotContain("hello");
        assertThat(get("last/other-page.html").body()).contains("<p>other-page.html hello</p>");
        assertThat(told.take()).isEmpty();
        assertThat(told.take()).containsExactly("words.txt:1: asks <why>", "words.txt:2: & more");
    }

    @Test
    void showsThePagesAgainWhenTheMistakeIsMended() throws Exception {
        try (BufferedReader events = events()) {
            next(events);
            site.say("? hello");
            next(events);
            site.say("mended");
            next(events);
        }

        assertThat(get("").body()).contains("<p>index.html mended</p>");
    }

    @Test
    void goesOnAfterADefect() throws Exception {
        try (BufferedReader events = events()) {
            next(events);
            site.say("!");
            next(events);
            assertThat(get("").body()).contains("internal error: java.lang.IllegalStateException: out of order");
            site.say("mended");
            next(events);
        }

        assertThat(get("").body()).contains("<p>index.html mended</p>");
    }

    @Test
    void seesFilesThatComeAndGo() throws Exception {
        try (BufferedReader events = events()) {
            next(events);
            Path folder = Files.createDirectory(project.resolve("pages"));
            Path file = Files.writeString(folder.resolve("x.md"), "x");
            String came = next(events);
            Files.delete(file);
            assertThat(next(events)).isNotEqualTo(came);
        }
    }

    @Test
    void saysThatItHasNoPagesYetWhereTheFirstBuildFails() throws Exception {
        site.say("? hello");
        try (SiteServer other = SiteServer.start(project, 0, site, told::add)) {
            HttpResponse<String> page = client.send(
                    HttpRequest.newBuilder(URI.create(other.address())).build(), BodyHandlers.ofString());

            assertThat(page.body()).contains("<h1>2 mistakes</h1>").doesNotContain("/last/");
        }
    }

    @Test
    void refusesAPortThatIsTaken() {
        assertThatThrownBy(() -> SiteServer.start(project, port(), site, told::add))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("--port " + port() + ": cannot be listened at: ");
    }

    private int port() {
        return URI.create(server.address()).getPort();
    }

    private URI uri(String path) {
        return URI.create(server.address() + path);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private BufferedReader events() throws Exception {
        HttpResponse<InputStream> answer =
                client.send(HttpRequest.newBuilder(uri("events")).build(), BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream; charset=utf-8");
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** The number of the next build that is told of. */
    private static String next(BufferedReader events) throws IOException {
        String line = Objects.requireNonNull(events.readLine());
        while (!line.startsWith("data: ")) {
            line = Objects.requireNonNull(events.readLine());
        }
        return line.substring("data: ".length());
    }

    private static String stamp(String page) {
        String before = "<meta name=\"build\" content=\"";
        int start = page.indexOf(before) + before.length();
        return page.substring(start, page.indexOf('"', start));
    }

    /** What comes back for a request as written, which the client would not send. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port())) {
            socket.getOutputStream().write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
