package bizops.tap.salesforce.rest;

import bizops.singer.error.RemoteException;
import bizops.singer.http.ApiClient;
import bizops.singer.http.ApiClientBuilder;
import bizops.singer.http.ApiRequest;
import bizops.singer.http.ApiResponse;
import bizops.singer.http.PageReader;
import bizops.singer.task.Background;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Authorised calls to the session's server: passing failures and broken bodies are tried again, a dead session is
 * renewed once, the quota is watched, and every other error reply is an {@link ApiException}. Thread-safe.
 */
public final class Rest implements AutoCloseable {
    private static final String ASYNC = "/services/async/";

    private final ApiClient client;
    private final Supplier<URI> instance;
    private final QuotaGuard quota;
    private final String version;
    private final String queryOptions;
    private volatile @Nullable Instant serverTime;

    /**
     * Calls nothing yet.
     *
     * @param http with a token source
     * @param instance the server of the newest session; asked after a token was fetched
     * @param version such as {@code v64.0}
     * @param pageSize rows a page to ask for
     */
    public Rest(ApiClientBuilder http, Supplier<URI> instance, QuotaGuard quota, String version, int pageSize) {
        this.client = http.classifier(new VendorClassifier(quota)).build();
        this.instance = instance;
        this.quota = quota;
        this.version = version;
        this.queryOptions = "batchSize=" + pageSize;
    }

    /** The API's version, such as {@code v64.0}. */
    public String version() {
        return version;
    }

    /** The path below the API's version, such as {@code /services/data/v64.0/sobjects}. */
    public String versioned(String path) {
        return "/services/data/" + version + "/" + path;
    }

    /** The path below the Bulk API v1 of the same version, such as {@code /services/async/64.0/job}. */
    public String async(String path) {
        return ASYNC + version.substring(1) + "/" + path;
    }

    /** Gets a path of the instance. */
    public <T> T get(String path, ReplyReader<T> reader) {
        return call(request("GET", path).header("Sforce-Query-Options", queryOptions), reader);
    }

    /** Gets a page of rows, which {@code reader} reads while it comes in. */
    public <T> T page(String path, PageReader<T> reader) {
        return checked(fetchPage(pageRequest(path), reader));
    }

    /**
     * Begins to get a page of rows; {@code reader} reads it on another thread. Quota and server's clock are those of the
     * page once it is taken.
     */
    public <T> Background<Answer<T>> pageAhead(String path, PageReader<T> reader) {
        ApiRequest request = pageRequest(path);
        return Background.begin("next-page", () -> fetchPage(request, reader));
    }

    /** The page that was begun, waited for. */
    public <T> T taken(Background<Answer<T>> page) {
        return checked(page.result());
    }

    /** Posts JSON to a path of the instance. */
    public <T> T post(String path, String json, ReplyReader<T> reader) {
        return call(ApiRequest.postJson(address(path), json).header("Sforce-Query-Options", queryOptions), reader);
    }

    /**
     * Sends by another method to a path of the instance.
     *
     * @param json the body; empty for none
     */
    public <T> T send(String method, String path, String json, ReplyReader<T> reader) {
        ApiRequest request = request(method, path);
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return call(body.length == 0 ? request : request.body("application/json; charset=UTF-8", body), reader);
    }

    /**
     * Posts a text to a path of the instance.
     *
     * @param headers further ones, by name
     */
    public <T> T post(
            String path, String contentType, String text, Map<String, String> headers, ReplyReader<T> reader) {
        ApiRequest request = request("POST", path).body(contentType, text.getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            request = request.header(header.getKey(), header.getValue());
        }
        return call(request, reader);
    }

    /** Gets a file of CSV, which {@code reader} reads while it comes in. */
    public <T> T download(String path, PageReader<T> reader) {
        ApiRequest request = request("GET", path).header("Accept", "text/csv");
        return checked(client.fetch(request, response -> {
            T value = reader.read(response);
            return answer(response, value);
        }));
    }

    /** The server's clock as the newest reply showed it; a little behind, never ahead. */
    public Instant serverTime() {
        Instant newest = serverTime;
        if (newest == null) {
            throw RemoteException.permanent(
                    "the replies of " + instance.get()
                            + " carry no Date header, without which no bound is safe; let the"
                            + " proxy in between pass it on",
                    null);
        }
        return newest;
    }

    @Override
    public void close() {
        client.close();
    }

    /** The Bulk API v1 takes the session in a header of its own. */
    private ApiRequest request(String method, String path) {
        ApiRequest request = ApiRequest.of(method, address(path));
        return path.startsWith(ASYNC) ? request.bareTokenIn("X-SFDC-Session") : request;
    }

    private String address(String path) {
        var unused = client.token(); // a session tells which server is its own
        return instance.get() + path;
    }

    private <T> T call(ApiRequest request, ReplyReader<T> reader) {
        return checked(client.fetch(
                request.header("Accept", "application/json"),
                response -> answer(response, reader.read(response.body().readAllBytes()))));
    }

    private ApiRequest pageRequest(String path) {
        return ApiRequest.get(address(path))
                .header("Sforce-Query-Options", queryOptions)
                .header("Accept", "application/json");
    }

    private <T> Answer<T> fetchPage(ApiRequest request, PageReader<T> reader) {
        return client.fetch(request, response -> answer(response, reader.read(response)));
    }

    private <T> T checked(Answer<T> answer) {
        answer.date().ifPresent(date -> serverTime = date);
        answer.limit().ifPresent(quota::check);
        return answer.value();
    }

    private static <T> Answer<T> answer(ApiResponse response, T value) {
        return new Answer<>(
                value, response.date(), response.header("Sforce-Limit-Info").flatMap(LimitInfo::parse));
    }

    /** What was read of a reply, with what its headers said; counted when it is handed over. */
    public record Answer<T>(T value, Optional<Instant> date, Optional<LimitInfo> limit) {}
}
