package bizops.tap.zuora.auth;

import bizops.singer.config.Secret;
import bizops.singer.error.ConfigException;
import bizops.singer.http.ApiClient;
import bizops.singer.http.ApiClientBuilder;
import bizops.singer.http.ApiRequest;
import bizops.singer.http.ApiResponse;
import bizops.singer.http.Token;
import bizops.singer.http.TokenSource;
import bizops.tap.zuora.rest.ServerClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The OAuth client credentials flow: {@code POST /oauth/token}. A token lives about an hour and is renewed five minutes
 * before its end. Thread-safe.
 */
public final class ClientCredentials implements TokenSource, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ENTITY = Pattern.compile("entity\\.([0-9a-fA-F-]{36})");
    /** The kit renews a minute early; together that is the five minutes before the end. */
    private static final Duration EARLY = Duration.ofMinutes(4);

    private final ApiClient client;
    private final TenantAddress address;
    private final String clientId;
    private final Secret clientSecret;
    private final boolean entityGiven;
    private final ServerClock clock;

    /**
     * Calls nothing yet.
     *
     * @param http without a token source
     * @param entityGiven whether requests say which entity they are for
     */
    public ClientCredentials(
            ApiClientBuilder http,
            TenantAddress address,
            String clientId,
            Secret clientSecret,
            boolean entityGiven,
            ServerClock clock) {
        this.client = http.classifier(LoginClassifier.ofClient()).build();
        this.address = address;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.entityGiven = entityGiven;
        this.clock = clock;
    }

    @Override
    public Token fetch() {
        return address.login(this::fetch);
    }

    @Override
    public void close() {
        client.close();
    }

    private Token fetch(URI base) {
        ApiRequest login = ApiRequest.postForm(
                        base + "/oauth/token",
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

    private Token token(ApiResponse response) throws IOException {
        JsonNode reply = JSON.readTree(response.body().readAllBytes());
        String value = reply.path("access_token").asText("");
        if (value.isEmpty()) {
            throw new IOException("the log-in reply has no access_token");
        }
        checkEntities(reply.path("scope").asText(""));
        clock.showed(response);
        Duration life = Duration.ofSeconds(reply.path("expires_in").asLong(3598));
        Duration margin = life.compareTo(EARLY.multipliedBy(2)) > 0 ? EARLY : Duration.ZERO;
        return Token.bearer(value).until(Instant.now().plus(life).minus(margin));
    }

    /** A tenant with several entities answers nothing unless each request names one. */
    private void checkEntities(String scope) {
        List<String> entities = ENTITY.matcher(scope)
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
        if (entities.size() > 1 && !entityGiven) {
            throw new ConfigException("the tenant has " + entities.size() + " entities: set 'entity_id' to one of "
                    + String.join(", ", entities));
        }
    }
}
