package bizops.tap.salesforce.auth;

import bizops.singer.config.Secret;
import bizops.singer.error.RemoteException;
import bizops.singer.http.ApiClient;
import bizops.singer.http.ApiClientBuilder;
import bizops.singer.http.ApiRequest;
import bizops.singer.http.ApiResponse;
import bizops.singer.http.Token;
import bizops.singer.http.TokenSource;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The OAuth client credentials flow: the app's own id and secret, at the organisation's My Domain; the app's "run as"
 * user decides what can be read. There is no refresh token: a new session is a new login. Thread-safe.
 */
public final class ClientCredentials implements TokenSource, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApiClient client;
    private final URI loginUrl;
    private final String clientId;
    private final Secret clientSecret;
    private volatile @Nullable URI instance;

    /** @param http without a token source */
    public ClientCredentials(ApiClientBuilder http, URI loginUrl, String clientId, Secret clientSecret) {
        this.client = http.classifier(new LoginClassifier(loginUrl)).build();
        this.loginUrl = loginUrl;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    @Override
    public Token fetch() {
        ApiRequest login = ApiRequest.postForm(
                        loginUrl + "/services/oauth2/token",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                clientId,
                                "client_secret",
                                clientSecret.reveal()))
                .header("Accept", "application/json");
        return client.fetch(login, this::token);
    }

    /** The server that the newest session belongs to. */
    public URI instance() {
        URI known = instance;
        if (known == null) {
            throw new IllegalStateException("not logged in yet");
        }
        return known;
    }

    @Override
    public void close() {
        client.close();
    }

    private Token token(ApiResponse response) throws IOException {
        JsonNode reply = JSON.readTree(response.body());
        String value = reply.path("access_token").asText("");
        String server = reply.path("instance_url").asText("");
        if (value.isEmpty() || server.isEmpty()) {
            throw new IOException("the login reply has no access_token or instance_url");
        }
        try {
            instance = URI.create(server);
        } catch (IllegalArgumentException wrong) {
            throw RemoteException.permanent("the login reply's instance_url is no address: " + server, wrong);
        }
        return Token.bearer(value);
    }
}
