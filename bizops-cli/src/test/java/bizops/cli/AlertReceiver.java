package bizops.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that takes alerts, or refuses them. */
final class AlertReceiver implements AutoCloseable {
    private final HttpServer server;
    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private volatile int status = 204;

    AlertReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook-of-secret", exchange -> {
            JsonNode message = new ObjectMapper().readTree(exchange.getRequestBody());
            if (status == 204 && exchange.getRequestMethod().equals("POST")) {
                taken.add(message);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook-of-secret";
    }

    /** From now on it answers so; all but 204 means that it did not take it. */
    void answer(int code) {
        status = code;
    }

    /** What came since this was asked last. */
    List<JsonNode> news() {
        List<JsonNode> news = List.copyOf(taken);
        taken.clear();
        return news;
    }

    /** The keys of that, in their order. */
    List<String> keys() {
        return news().stream().map(message -> message.path("key").asText()).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
