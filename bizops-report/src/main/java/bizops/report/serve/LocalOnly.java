package bizops.report.serve;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Set;

/**
 * Answers only those who ask for this machine by its own name: a page from elsewhere whose name was made to point here
 * must not read the figures. No page of another site may show one in a frame either. Thread-safe.
 */
final class LocalOnly extends Filter {
    private final Set<String> hosts;

    LocalOnly(int port) {
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null || !hosts.contains(host)) {
            Answer.text(exchange, 403, "This server answers to localhost only.\n");
        } else if (!exchange.getRequestMethod().equals("GET")) {
            exchange.getResponseHeaders().set("Allow", "GET");
            Answer.text(exchange, 405, "This server answers to GET only.\n");
        } else {
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Security-Policy", "frame-ancestors 'none'");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            chain.doFilter(exchange);
        }
    }

    @Override
    public String description() {
        return "local requests only";
    }
}
