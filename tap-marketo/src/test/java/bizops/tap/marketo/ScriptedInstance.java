package bizops.tap.marketo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A server for what the sandbox's company does not have: answers over real HTTP what a test wrote down, the first rule
 * that takes a request wins.
 */
final class ScriptedInstance implements AutoCloseable {
    private final HttpServer server;
    private final List<Function<Asked, Optional<Answer>>> rules = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();

    /** A request: its path with the query decoded, its body, its range and user agent. */
    record Asked(String method, String path, String body, String range, String agent) {}

    /** An answer; {@code type} is its content type. */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Answer(int status, String type, byte[] body) {
        static Answer json(String json) {
            return new Answer(200, "application/json;charset=UTF-8", json.getBytes(StandardCharsets.UTF_8));
        }

        static Answer success(String result) {
            return json("{\"requestId\":\"e42b#14272d07d78\",\"success\":true,\"result\":" + result + "}");
        }

        static Answer error(String code, String message) {
            return json("{\"requestId\":\"e42b#14272d07d78\",\"success\":false,\"errors\":[{\"code\":\"" + code
                    + "\",\"message\":\"" + message + "\"}]}");
        }

        static Answer csv(String text) {
            return new Answer(200, "text/csv", text.getBytes(StandardCharsets.UTF_8));
        }
    }

    ScriptedInstance() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Answers each request whose method and path begin so. */
    ScriptedInstance on(String methodAndPath, Answer answer) {
        return on(methodAndPath, request -> answer);
    }

    ScriptedInstance on(String methodAndPath, Function<Asked, Answer> rule) {
        rules.add(request -> matches(request, methodAndPath) ? Optional.of(rule.apply(request)) : Optional.empty());
        return this;
    }

    /** Answers the first so many requests whose method and path begin so. */
    ScriptedInstance times(int times, String methodAndPath, Answer answer) {
        int[] left = {times};
        rules.add(request -> matches(request, methodAndPath) && left[0]-- > 0 ? Optional.of(answer) : Optional.empty());
        return this;
    }

    /** Leads have these fields, each given as {@code name:dataType}. */
    ScriptedInstance leadFields(String... fields) {
        StringBuilder list = new StringBuilder();
        for (String field : fields) {
            String[] parts = field.split(":", 2);
            list.append(list.isEmpty() ? "" : ",")
                    .append("{\"name\":\"" + parts[0] + "\",\"displayName\":\"" + parts[0] + "\",\"dataType\":\""
                            + parts[1] + "\"}");
        }
        return on(
                "GET /rest/v1/leads/describe2.json",
                Answer.success("[{\"name\":\"API Lead\",\"searchableFields\":[],\"fields\":[" + list + "]}]"));
    }

    /** Every job of the kind gives this file, and is complete when it is asked for. */
    ScriptedInstance jobs(String kind, String csv) {
        byte[] file = csv.getBytes(StandardCharsets.UTF_8);
        long rows = Math.max(0, csv.lines().count() - 1);
        return jobs(kind, csv, rows, file.length);
    }

    /** As {@link #jobs(String, String)}, with rows that the lines do not tell. */
    ScriptedInstance jobs(String kind, String csv, long rows, long bytes) {
        String path = "/bulk/v1/" + kind + "/export/";
        int[] made = {0};
        on("POST " + path + "create.json", request -> Answer.success(job("job-" + ++made[0], "Created", "")));
        on("POST " + path, request -> Answer.success(job(id(request), "Queued", "")));
        on("GET " + path, request -> {
            if (request.path().endsWith("/file.json")) {
                return Answer.csv(csv);
            }
            return Answer.success(job(
                    id(request),
                    "Completed",
                    ",\"numberOfRecords\":" + rows + ",\"fileSize\":" + bytes + ",\"fileChecksum\":\"sha256:"
                            + sha256(csv) + "\""));
        });
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A tap that logs in here. */
    TapRun tap() {
        return TapRun.against(url(), "service", "service's secret").set("request_max_attempts", 3);
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

    private static String id(Asked request) {
        return request.path().replaceFirst(".*/export/", "").replaceFirst("/.*", "");
    }

    private static String job(String id, String status, String more) {
        return "[{\"exportId\":\"" + id + "\",\"format\":\"CSV\",\"status\":\"" + status
                + "\",\"createdAt\":\"2026-02-01T12:00:00Z\"" + more + "}]";
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static boolean matches(Asked request, String methodAndPath) {
        return (request.method() + " " + request.path()).startsWith(methodAndPath);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Asked request = new Asked(
                exchange.getRequestMethod(),
                URLDecoder.decode(exchange.getRequestURI().toString(), StandardCharsets.UTF_8),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                String.valueOf(exchange.getRequestHeaders().getFirst("Range")),
                String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent")));
        synchronized (asked) {
            asked.add(request);
        }
        Answer answer = rules.stream()
                .flatMap(rule -> rule.apply(request).stream())
                .findFirst()
                .orElseGet(() -> usual(request));
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        if (answer.status() == 206) {
            exchange.getResponseHeaders().set("Content-Range", request.range().replace('=', ' ') + "999/1000");
        }
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(answer.body());
        }
    }

    private static Answer usual(Asked request) {
        if (request.path().equals("/identity/oauth/token")) {
            return Answer.json("{\"access_token\":\"token:int\",\"token_type\":\"bearer\",\"expires_in\":3599}");
        }
        return request.path().startsWith("/rest/v1/stats/usage")
                ? Answer.success("[{\"date\":\"2026-02-01\",\"total\":7,\"users\":[]}]")
                : Answer.error("610", "Requested resource not found");
    }
}
