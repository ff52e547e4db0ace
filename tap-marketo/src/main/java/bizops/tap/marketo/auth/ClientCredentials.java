package bizops.tap.marketo.auth;

import bizops.singer.config.Secret;
import bizops.singer.error.RemoteException;
import bizops.singer.http.ApiClient;
import bizops.singer.http.ApiClientBuilder;
import bizops.singer.http.ApiRequest;
import bizops.singer.http.ApiResponse;
import bizops.singer.http.Token;
import bizops.singer.http.TokenSource;
import bizops.tap.marketo.rest.Pause;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The custom service's own id and secret, in a form so that they stay out of addresses and logs. Thread-safe.
 *
 * <p>Until a token ends, the identity service gives the same one to everybody who asks. So a token is used until it is
 * refused, and one that has only seconds left is waited out: asking early gives nothing new.
 */
public final class ClientCredentials implements TokenSource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClientCredentials.class);
    private static final long SECONDS_WORTH_USING = 5;
    private static final int MOST_WAITS = 5;

    private final ApiClient client;
    private final URI identity;
    private final String clientId;
    private final Secret clientSecret;

    /**
     * Asks nothing yet.
     *
     * @param http without a token source
     * @param identity such as {@code https://123-ABC-456.mktorest.com/identity}
     */
    public ClientCredentials(ApiClientBuilder http, URI identity, String clientId, Secret clientSecret) {
        this.client = http.classifier(new IdentityClassifier()).build();
        this.identity = identity;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    @Override
    public Token fetch() {
        Granted granted = ask();
        for (int waits = 0; granted.seconds() < SECONDS_WORTH_USING && waits < MOST_WAITS; waits++) {
            LOG.info("the access token has {} s left; waiting for a new one", granted.seconds());
            Pause.of(Duration.ofSeconds(granted.seconds() + 1));
            granted = ask();
        }
        return Token.bearer(granted.token());
    }

    @Override
    public void close() {
        client.close();
    }

    private Granted ask() {
        ApiRequest login = ApiRequest.postForm(
                identity + "/oauth/token",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        clientId,
                        "client_secret",
                        clientSecret.reveal()));
        return client.fetch(login, ClientCredentials::granted);
    }

    private static Granted granted(ApiResponse response) throws IOException {
        Map<String, @Nullable Object> answer = response.jsonObject();
        if (!(answer.get("access_token") instanceof String token) || token.isEmpty()) {
            throw RemoteException.permanent(
                    "login failed: the answer has no access_token; check 'client_id', 'client_secret' and 'endpoint'",
                    null);
        }
        long seconds = answer.get("expires_in") instanceof Number left ? left.longValue() : Long.MAX_VALUE;
        return new Granted(token, Math.max(0, seconds));
    }

    /** @param seconds how long the token still lives */
    private record Granted(String token, long seconds) {}
}
