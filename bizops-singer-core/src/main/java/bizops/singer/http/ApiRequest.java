package bizops.singer.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One request, which may be sent several times. Immutable: every method answers a changed copy. */
public final class ApiRequest {
    private static final Pattern ID = Pattern.compile("(?=[^/]*\\d)[\\w~%.-]{12,}|\\d+");

    private final String method;
    private final URI uri;
    private final List<Map.Entry<String, String>> headers;
    private final byte @Nullable [] body;
    private final @Nullable String endpoint;
    private final boolean authorized;
    private final @Nullable String tokenHeader;

    private ApiRequest(
            String method,
            URI uri,
            List<Map.Entry<String, String>> headers,
            byte @Nullable [] body,
            @Nullable String endpoint,
            boolean authorized,
            @Nullable String tokenHeader) {
        this.method = method;
        this.uri = uri;
        this.headers = List.copyOf(headers);
        this.body = body;
        this.endpoint = endpoint;
        this.authorized = authorized;
        this.tokenHeader = tokenHeader;
    }

    public static ApiRequest get(String uri) {
        return of("GET", uri);
    }

    public static ApiRequest delete(String uri) {
        return of("DELETE", uri);
    }

    /** A POST of JSON text. */
    public static ApiRequest postJson(String uri, String json) {
        return of("POST", uri).body("application/json; charset=UTF-8", json.getBytes(StandardCharsets.UTF_8));
    }

    /** A POST of form fields. */
    public static ApiRequest postForm(String uri, Map<String, String> fields) {
        byte[] form = encoded(fields).getBytes(StandardCharsets.UTF_8);
        return of("POST", uri).body("application/x-www-form-urlencoded", form);
    }

    /** A request by any other method, such as PATCH. */
    public static ApiRequest of(String method, String uri) {
        return new ApiRequest(method, URI.create(uri), List.of(), null, null, true, null);
    }

    public ApiRequest body(String contentType, byte[] bytes) {
        return new ApiRequest(method, uri, headers, bytes.clone(), endpoint, authorized, tokenHeader)
                .header("Content-Type", contentType);
    }

    public ApiRequest header(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new ApiRequest(method, uri, more, body, endpoint, authorized, tokenHeader);
    }

    /** One more query parameter, encoded here. */
    public ApiRequest query(String name, String value) {
        String separator = uri.getRawQuery() == null ? "?" : "&";
        URI longer = URI.create(uri + separator + encoded(Map.of(name, value)));
        return new ApiRequest(method, longer, headers, body, endpoint, authorized, tokenHeader);
    }

    /** What metrics and messages call this request; without it the path, ids blanked out. */
    public ApiRequest endpoint(String label) {
        return new ApiRequest(method, uri, headers, body, label, authorized, tokenHeader);
    }

    /** The same without the client's token, for the request that fetches one. */
    public ApiRequest withoutToken() {
        return new ApiRequest(method, uri, headers, body, endpoint, false, tokenHeader);
    }

    /** The same with the client's token, without its scheme, in a header of that name instead of Authorization. */
    public ApiRequest bareTokenIn(String header) {
        return new ApiRequest(method, uri, headers, body, endpoint, authorized, header);
    }

    public String method() {
        return method;
    }

    public URI uri() {
        return uri;
    }

    List<Map.Entry<String, String>> headers() {
        return headers;
    }

    byte @Nullable [] body() {
        return body;
    }

    /** The header for the bare token; null for Authorization. */
    @Nullable
    String tokenHeader() {
        return tokenHeader;
    }

    boolean authorized() {
        return authorized;
    }

    String endpoint() {
        if (endpoint != null) {
            return endpoint;
        }
        StringBuilder path = new StringBuilder();
        for (String segment : uri.getPath().split("/", -1)) {
            String shown = ID.matcher(segment).matches() ? "{id}" : segment;
            path.append(path.isEmpty() && shown.isEmpty() ? "" : "/").append(shown);
        }
        return path.isEmpty() ? "/" : path.toString();
    }

    /** Method, host and endpoint; no query, which may carry secrets. */
    @Override
    public String toString() {
        return method + " " + uri.getHost() + endpoint();
    }

    private static String encoded(Map<String, String> fields) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, value) -> pairs.add(URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return String.join("&", pairs);
    }
}
