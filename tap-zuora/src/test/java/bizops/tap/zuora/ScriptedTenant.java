package bizops.tap.zuora;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A server for what the sandbox's tenant does not do: answers over real HTTP what a test wrote down, the first rule that
 * takes a request wins. Logs in everybody.
 */
final class ScriptedTenant implements AutoCloseable {
    private final HttpServer server;
    private final List<Function<Asked, Optional<Answer>>> rules = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();

    /** A request: method, path with query, headers by lower-case name, body. */
    record Asked(String method, String path, Map<String, String> headers, String body) {}

    /** An answer, with headers beside those of every answer. */
    record Answer(int status, String body, Map<String, String> headers) {
        static Answer of(int status, String body) {
            return new Answer(status, body, Map.of());
        }
    }

    ScriptedTenant() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "scripted-tenant");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    /** Answers each request whose method and path begin so. */
    ScriptedTenant on(String methodAndPath, int status, String body) {
        return on(methodAndPath, request -> Answer.of(status, body));
    }

    /** Answers the first so many requests whose method and path begin so. */
    ScriptedTenant times(int times, String methodAndPath, int status, String body) {
        return times(times, methodAndPath, Answer.of(status, body));
    }

    ScriptedTenant times(int times, String methodAndPath, Answer answer) {
        int[] left = {times};
        rules.add(request -> matches(request, methodAndPath) && left[0]-- > 0 ? Optional.of(answer) : Optional.empty());
        return this;
    }

    ScriptedTenant on(String methodAndPath, Function<Asked, Answer> rule) {
        rules.add(request -> matches(request, methodAndPath) ? Optional.of(rule.apply(request)) : Optional.empty());
        return this;
    }

    /** Answers 200 with this body to requests that begin so and whose body holds the text. */
    ScriptedTenant refuse(String methodAndPath, String text, String body) {
        rules.add(request -> matches(request, methodAndPath) && request.body().contains(text)
                ? Optional.of(Answer.of(200, body))
                : Optional.empty());
        return this;
    }

    /** An object that describe knows, all fields text but those whose name ends in Date. */
    ScriptedTenant object(String name, String... fields) {
        StringBuilder xml = new StringBuilder("<object><name>").append(name).append("</name><fields>");
        for (String field : fields) {
            xml.append("<field><name>")
                    .append(field)
                    .append("</name><type>")
                    .append(field.endsWith("Date") ? "datetime" : "text")
                    .append("</type><contexts><context>export</context></contexts></field>");
        }
        return on(
                "GET /v1/describe/" + name + "?",
                200,
                xml.append("</fields></object>").toString());
    }

    /** A tap that logs in here. */
    TapRun tap() {
        return new TapRun()
                .set("base_url", url())
                .set("client_id", "app")
                .set("client_secret", "app's secret")
                .quick();
    }

    /** Requests whose method and path begin so, in order. */
    List<Asked> asked(String methodAndPath) {
        synchronized (asked) {
            return asked.stream()
                    .filter(request -> matches(request, methodAndPath))
                    .toList();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static boolean matches(Asked request, String methodAndPath) {
        return (request.method() + " " + request.path()).startsWith(methodAndPath);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Asked request =
                new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
        Answer answer;
        synchronized (asked) {
            asked.add(request);
            answer = rules.stream()
                    .flatMap(rule -> rule.apply(request).stream())
                    .findFirst()
                    .orElseGet(() -> request.path().equals("/oauth/token")
                            ? Answer.of(200, "{\"access_token\":\"t0ken\",\"expires_in\":3598,\"scope\":\"tenant.19\"}")
                            : Answer.of(404, "{\"message\":\"nobody wrote an answer for " + request.path() + "\"}"));
        }
        exchange.getResponseHeaders().set("Zuora-Request-Id", "r-4711");
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
