package bizops.tap.zuora.rest;

import bizops.singer.http.ApiClient;
import bizops.singer.http.ApiClientBuilder;
import bizops.singer.http.ApiRequest;
import bizops.singer.http.ApiResponse;
import bizops.singer.http.PageReader;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Authorised calls to one tenant: passing failures and broken bodies are tried again, a dead token is renewed once, and
 * every other error reply, wrapped into a success or not, is an {@link ApiException}. Thread-safe.
 */
public final class Rest implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    /** Zuora allows a tenant 40 requests at a time; others need some too. */
    private static final int CONNECTIONS = 8;

    /** Data source exports read it; the default, 79, knows fewer fields. */
    private static final String WSDL = "91.0";

    private final ApiClient client;
    private final Supplier<URI> base;
    private final ServerClock clock;
    private final Map<String, String> headers = new LinkedHashMap<>();

    /**
     * Calls nothing yet.
     *
     * @param http with a token source, unless {@code credentials} let in
     * @param base the tenant's REST address, without a slash at the end
     * @param clock told what time each reply shows
     * @param credentials headers of every authorised request, such as a legacy log-in
     * @param entityId the entity to read, for tenants that have several
     */
    public Rest(
            ApiClientBuilder http,
            Supplier<URI> base,
            ServerClock clock,
            Map<String, String> credentials,
            Optional<String> entityId) {
        this.client =
                http.classifier(new ZuoraClassifier()).connections(CONNECTIONS).build();
        this.base = base;
        this.clock = clock;
        headers.putAll(credentials);
        entityId.ifPresent(id -> headers.put("Zuora-Entity-Ids", id));
    }

    /** Fetches a token, if there is none yet. */
    public void logIn() {
        var unused = client.token();
    }

    /** The JSON at a path below the base. */
    public JsonNode get(String path) {
        return client.fetch(authorised(ApiRequest.get(base.get() + path)), this::json);
    }

    /** The JSON answered to a JSON body; the same key on each attempt lets Zuora see a repetition. */
    public JsonNode post(String path, JsonNode body) {
        ApiRequest request = ApiRequest.postJson(base.get() + path, body.toString())
                .header("X-Zuora-WSDL-Version", WSDL)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        return client.fetch(authorised(request), this::json);
    }

    /** Deletes what is at the path. */
    public void delete(String path) {
        var unused = client.fetch(authorised(ApiRequest.delete(base.get() + path)), ApiResponse::text);
    }

    /** What the reader makes of the body at a path below the base. */
    public <T> T read(String path, PageReader<T> reader) {
        return client.fetch(authorised(ApiRequest.get(base.get() + path)), response -> {
            T result = reader.read(response);
            clock.showed(response);
            return result;
        });
    }

    /** What the reader makes of a file, unless an error comes in its place. */
    public <T> T file(String path, PageReader<T> reader) {
        return read(path, response -> {
            if (response.header("Content-Type").orElse("").contains("json")) {
                var unused = json(response);
                throw new IOException("JSON came in place of a file");
            }
            return reader.read(response);
        });
    }

    /** What the reader makes of the body at a signed address, which must not see any credentials. */
    public <T> T readSigned(String address, PageReader<T> reader) {
        return client.fetch(ApiRequest.get(address).withoutToken().endpoint("/{signed}"), reader);
    }

    public ServerClock clock() {
        return clock;
    }

    @Override
    public void close() {
        client.close();
    }

    private ApiRequest authorised(ApiRequest request) {
        ApiRequest full = request;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            full = full.header(header.getKey(), header.getValue());
        }
        return full;
    }

    private JsonNode json(ApiResponse response) throws IOException {
        JsonNode tree = JSON.readTree(response.body().readAllBytes());
        Optional<ZuoraError> error = ErrorReader.inSuccess(tree, ZuoraClassifier.requestId(response));
        if (error.isPresent()) {
            throw ZuoraClassifier.refusal(error.get());
        }
        clock.showed(response);
        return tree;
    }
}
