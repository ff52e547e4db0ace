package bizops.report.metabase;

import bizops.singer.json.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The part of Metabase's API that an upload uses, in the shapes of its documentation: numbers what it is given, keeps it,
 * and lists it by collection.
 */
final class FakeMetabase implements AutoCloseable {
    static final String KEY = "mb_0123456789+abcdefghijklm/nopqrs=";
    private static final Map<String, List<String>> TABLES = Map.of(
            "channel_performance", List.of("channel"),
            "campaign_performance", List.of("channel"),
            "campaign_performance_period", List.of("channel", "period_start"),
            "sao_by_source", List.of("period_start"),
            "pipeline_day", List.of("owner_id"),
            "pipeline_flow", List.of("period_start"),
            "pipeline_slipped", List.of("period_start"),
            "mrr_movement_total", List.of("month"));

    /** Bodies by path, such as {@code /api/card/7}. */
    final Map<String, Map<String, @Nullable Object>> kept = new TreeMap<>();
    /** Method and path of every request that changed something. */
    final List<String> writes = new ArrayList<>();

    List<String> databases = List.of("Warehouse");
    String schema = "marts";
    private final HttpServer server;
    private int last;

    FakeMetabase() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** The one kept thing of a kind, such as {@code card}, whose description has a text. */
    Map<String, @Nullable Object> described(String kind, String text) {
        return kept.entrySet().stream()
                .filter(one -> one.getKey().startsWith("/api/" + kind + "/"))
                .map(Map.Entry::getValue)
                .filter(body -> String.valueOf(body.get("description")).contains(text))
                .findFirst()
                .orElseThrow();
    }

    long count(String kind) {
        return kept.keySet().stream()
                .filter(path -> path.startsWith("/api/" + kind + "/"))
                .count();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean isKnown = KEY.equals(exchange.getRequestHeaders().getFirst("x-api-key"));
            Object answer = isKnown
                    ? answer(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath(),
                            body)
                    : null;
            byte[] json = (isKnown ? Json.write(answer) : "Unauthenticated").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(!isKnown ? 401 : answer == null ? 404 : 200, json.length);
            exchange.getResponseBody().write(json);
        }
    }

    private @Nullable Object answer(String method, String path, String body) {
        if (method.equals("POST")) {
            writes.add(method + " " + path);
            return keep(path + "/" + ++last, last, body);
        }
        if (method.equals("PUT")) {
            writes.add(method + " " + path);
            return keep(path, Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)), body);
        }
        if (path.endsWith("/items")) {
            return Body.of("data", items(Integer.parseInt(path.split("/", -1)[3])), "total", kept.size());
        }
        return switch (path) {
            case "/api/database" -> Body.of("data", databases(), "total", databases.size());
            case "/api/database/1/metadata" -> Body.of("id", 1, "tables", tables());
            case "/api/collection" -> collections();
            default -> null;
        };
    }

    /** What is not sent stays. */
    private Map<String, @Nullable Object> keep(String path, int id, String body) {
        Map<String, @Nullable Object> one = kept.computeIfAbsent(path, key -> new LinkedHashMap<>());
        try {
            one.putAll(Json.parseObject(body));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        one.put("id", id);
        return one;
    }

    private List<Object> items(int collection) {
        List<Object> items = new ArrayList<>();
        kept.forEach((path, body) -> {
            if (String.valueOf(body.get("collection_id")).equals(String.valueOf(collection))) {
                items.add(Body.of(
                        "id", body.get("id"),
                        "name", body.get("name"),
                        "description", body.get("description"),
                        "model", path.split("/", -1)[2]));
            }
        });
        return items;
    }

    private List<Object> collections() {
        List<Object> collections = new ArrayList<>(List.of(Body.of("id", "root", "name", "Our analytics")));
        kept.forEach((path, body) -> {
            if (path.startsWith("/api/collection/")) {
                collections.add(body);
            }
        });
        return collections;
    }

    private List<Object> databases() {
        List<Object> all = new ArrayList<>(List.of(Body.of("id", 99, "name", "Sample Database", "engine", "h2")));
        for (String name : databases) {
            all.add(Body.of("id", all.size(), "name", name, "engine", "postgres", "details", Body.of("dbname", "db")));
        }
        return all;
    }

    private List<Object> tables() {
        List<Object> tables =
                new ArrayList<>(List.of(Body.of("id", 1, "name", "channel_performance", "schema", "other")));
        int field = 100;
        for (var table : new TreeMap<>(TABLES).entrySet()) {
            List<Object> fields = new ArrayList<>();
            for (String column : table.getValue()) {
                String type = column.equals("month") || column.equals("period_start") ? "type/Date" : "type/Text";
                fields.add(Body.of("id", ++field, "name", column, "base_type", type, "table_id", 2));
            }
            tables.add(Body.of("id", 2, "name", table.getKey(), "schema", schema, "fields", fields));
        }
        return tables;
    }
}
