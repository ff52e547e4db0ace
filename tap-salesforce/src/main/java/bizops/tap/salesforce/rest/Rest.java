package bizops.tap.salesforce.rest;

import bizops.singer.error.RemoteException;
import bizops.singer.http.ApiClient;
import bizops.singer.http.ApiClientBuilder;
import bizops.singer.http.ApiRequest;
import bizops.singer.http.ApiResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Authorised calls to the session's server: passing failures and broken bodies are tried again, a dead session is
 * renewed once, the quota is watched, and every other error reply is an {@link ApiException}. Owned by the run's thread.
 */
public final class Rest implements AutoCloseable {
    private final ApiClient client;
    private final Supplier<URI> instance;
    private final QuotaGuard quota;
    private final String version;
    private final String queryOptions;
    private @Nullable Instant serverTime;

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

    /** The path below the API's version, such as {@code /services/data/v64.0/sobjects}. */
    public String versioned(String path) {
        return "/services/data/" + version + "/" + path;
    }

    /** Gets a path of the instance. */
    public <T> T get(String path, ReplyReader<T> reader) {
        return call(ApiRequest.get(address(path)).header("Sforce-Query-Options", queryOptions), reader);
    }

    /** Posts JSON to a path of the instance. */
    public <T> T post(String path, String json, ReplyReader<T> reader) {
        return call(ApiRequest.postJson(address(path), json).header("Sforce-Query-Options", queryOptions), reader);
    }

    /** The server's clock as the newest reply showed it; a little behind, never ahead. */
    public Instant serverTime() {
        if (serverTime == null) {
            throw RemoteException.permanent(
                    "the replies of " + instance.get()
                            + " carry no Date header, without which no bound is safe; let the"
                            + " proxy in between pass it on",
                    null);
        }
        return serverTime;
    }

    @Override
    public void close() {
        client.close();
    }

    private String address(String path) {
        var unused = client.token(); // a session tells which server is its own
        return instance.get() + path;
    }

    private <T> T call(ApiRequest request, ReplyReader<T> reader) {
        Answer<T> answer =
                client.fetch(request.header("Accept", "application/json"), response -> read(response, reader));
        answer.limit().ifPresent(quota::check);
        return answer.value();
    }

    private <T> Answer<T> read(ApiResponse response, ReplyReader<T> reader) throws IOException {
        T value = reader.read(response.body().readAllBytes());
        response.date().ifPresent(date -> serverTime = date);
        return new Answer<>(value, response.header("Sforce-Limit-Info").flatMap(LimitInfo::parse));
    }

    private record Answer<T>(T value, Optional<LimitInfo> limit) {}
}
