package bizops.report.metabase;

import bizops.singer.cli.Version;
import bizops.singer.config.Secret;
import bizops.singer.http.ApiClient;
import bizops.singer.http.ApiRequest;
import bizops.singer.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Metabase's REST API, by an API key in {@code x-api-key}. A request is sent once: one that made something and whose
 * answer was lost must not make it again.
 */
final class MetabaseApi implements AutoCloseable {
    private static final int PAGE = 200;

    private final String url;
    private final Secret key;
    private final ApiClient http;

    /** @param url without a slash at its end */
    MetabaseApi(String url, Secret key, Map<String, String> environment) {
        this.url = url;
        this.key = key;
        this.http = ApiClient.builder("bizops-report/" + Version.current())
                .environment(environment)
                .attempts(1, Duration.ofMinutes(5))
                .build();
    }

    Map<String, @Nullable Object> get(String path) {
        return http.fetch(authorized(ApiRequest.get(url + path)), response -> response.jsonObject());
    }

    /** A list that comes as such, or as {@code data} of an object. */
    List<Map<String, @Nullable Object>> list(String path) {
        return http.fetch(authorized(ApiRequest.get(url + path)), response -> objects(response.json()));
    }

    /** Of a list that comes in pages, all. */
    List<Map<String, @Nullable Object>> all(String path) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        List<Map<String, @Nullable Object>> page;
        do {
            page = list(path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE + "&offset=" + all.size());
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    Map<String, @Nullable Object> post(String path, Map<String, @Nullable Object> body) {
        return http.fetch(
                authorized(ApiRequest.postJson(url + path, Json.write(body))), response -> response.jsonObject());
    }

    Map<String, @Nullable Object> put(String path, Map<String, @Nullable Object> body) {
        byte[] json = Json.write(body).getBytes(StandardCharsets.UTF_8);
        ApiRequest request = ApiRequest.of("PUT", url + path).body("application/json; charset=UTF-8", json);
        return http.fetch(authorized(request), response -> response.jsonObject());
    }

    @Override
    public void close() {
        http.close();
    }

    private ApiRequest authorized(ApiRequest request) {
        return request.header("x-api-key", key.reveal());
    }

    /** The objects of a value that is a list, or has one as its {@code data}; of anything else none. */
    static List<Map<String, @Nullable Object>> objects(@Nullable Object value) {
        Object list = value instanceof Map<?, ?> object ? object.get("data") : value;
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        if (list instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?> object) {
                    @SuppressWarnings("unchecked") // the kit's JSON objects have texts as keys
                    Map<String, @Nullable Object> one = (Map<String, @Nullable Object>) object;
                    objects.add(one);
                }
            }
        }
        return objects;
    }

    /** The number that an object is known by. */
    static long id(Map<String, @Nullable Object> object) {
        if (object.get("id") instanceof Number id) {
            return id.longValue();
        }
        throw new IllegalStateException("Metabase's answer has no id: " + object.keySet());
    }
}
