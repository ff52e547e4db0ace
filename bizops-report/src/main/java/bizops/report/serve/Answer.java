package bizops.report.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes answers that nobody keeps. */
final class Answer {
    private Answer() {}

    static void text(HttpExchange exchange, int status, String text) throws IOException {
        write(exchange, status, "text/plain; charset=utf-8", text);
    }

    static void html(HttpExchange exchange, int status, String html) throws IOException {
        write(exchange, status, "text/html; charset=utf-8", html);
    }

    static void csv(HttpExchange exchange, String csv) throws IOException {
        write(exchange, 200, "text/csv; charset=utf-8", csv);
    }

    /** Begins a stream of events, which the caller writes and closes. */
    static OutputStream events(HttpExchange exchange) throws IOException {
        head(exchange, "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    private static void write(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        head(exchange, type);
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static void head(HttpExchange exchange, String type) {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
    }
}
