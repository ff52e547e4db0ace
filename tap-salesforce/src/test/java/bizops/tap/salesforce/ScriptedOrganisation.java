package bizops.tap.salesforce;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A server for what the sandbox's company does not have: answers over real HTTP what a test wrote down, the first rule
 * that takes a request wins. Logs in everybody. A body that begins with a quote is CSV.
 */
final class ScriptedOrganisation implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Function<Asked, Optional<Answer>>> rules = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private volatile String instance;

    /** A request: its path below the API's version with the query decoded, and its body. */
    record Asked(String method, String path, String body) {}

    /** An answer. */
    record Answer(int status, String body) {}

    ScriptedOrganisation() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        instance = url();
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Sends everybody who logs in here to another server. */
    ScriptedOrganisation loggingInTo(ScriptedOrganisation other) {
        instance = other.url();
        return this;
    }

    /** Answers each request whose method and path begin so. */
    ScriptedOrganisation on(String methodAndPath, int status, String body) {
        return on(methodAndPath, request -> new Answer(status, body));
    }

    /** Answers the first so many requests whose method and path begin so. */
    ScriptedOrganisation times(int times, String methodAndPath, int status, String body) {
        AtomicInteger left = new AtomicInteger(times);
        rules.add(request -> matches(request, methodAndPath) && left.getAndDecrement() > 0
                ? Optional.of(new Answer(status, body))
                : Optional.empty());
        return this;
    }

    ScriptedOrganisation on(String methodAndPath, Function<Asked, Answer> rule) {
        rules.add(request -> matches(request, methodAndPath) ? Optional.of(rule.apply(request)) : Optional.empty());
        return this;
    }

    /** A tap that logs in here. */
    TapRun tap() {
        return new TapRun()
                .set("login_url", url())
                .set("client_id", "app")
                .set("client_secret", "app's secret")
                .set("request_max_attempts", 3);
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
        threads.shutdownNow();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static boolean matches(Asked request, String methodAndPath) {
        return (request.method() + " " + request.path()).startsWith(methodAndPath);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = URLDecoder.decode(
                exchange.getRequestURI().toString().replaceFirst("^/services/data/v64\\.0/", ""),
                StandardCharsets.UTF_8);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Asked request = new Asked(exchange.getRequestMethod(), path, body);
        synchronized (asked) {
            asked.add(request);
        }
        Answer answer = path.equals("/services/oauth2/token")
                ? new Answer(200, "{\"access_token\":\"00D!token\",\"instance_url\":\"" + instance + "\"}")
                : rules.stream()
                        .flatMap(rule -> rule.apply(request).stream())
                        .findFirst()
                        .orElse(new Answer(404, "[{\"errorCode\":\"NOT_FOUND\",\"message\":\"" + "no rule\"}]"));
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        boolean csv = answer.body().startsWith("\"");
        exchange.getResponseHeaders().set("Content-Type", csv ? "text/csv" : "application/json;charset=UTF-8");
        exchange.getResponseHeaders().set("Sforce-Limit-Info", "api-usage=25/500000; per-app-api-usage=1/2(appName=x)");
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
