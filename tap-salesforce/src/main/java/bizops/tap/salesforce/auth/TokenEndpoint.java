package bizops.tap.salesforce.auth;

import bizops.singer.config.Secret;
import bizops.singer.error.RemoteException;
import bizops.singer.http.ApiClient;
import bizops.singer.http.ApiRequest;
import bizops.singer.http.ApiResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code /services/oauth2/token}: each grant is a form, the answer a session. Thread-safe. */
final class TokenEndpoint {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApiClient client;
    private final URI loginUrl;

    TokenEndpoint(ApiClient client, URI loginUrl) {
        this.client = client;
        this.loginUrl = loginUrl;
    }

    /**
     * A grant's answer.
     *
     * @param refreshToken the token for the next refresh, where tokens rotate
     */
    record Grant(Session session, Optional<Secret> refreshToken) {}

    Grant clientGrant(Credentials.ClientCredentials app) {
        return post(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                app.clientId(),
                "client_secret",
                app.clientSecret().reveal()));
    }

    Grant passwordGrant(Credentials.OAuthPassword user) {
        return post(Map.of(
                "grant_type",
                "password",
                "client_id",
                user.clientId(),
                "client_secret",
                user.clientSecret().reveal(),
                "username",
                user.username(),
                "password",
                user.password().reveal()));
    }

    Grant refreshGrant(Credentials.RefreshToken app, Secret token) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("client_id", app.clientId());
        app.clientSecret().ifPresent(secret -> form.put("client_secret", secret.reveal()));
        form.put("refresh_token", token.reveal());
        return post(form);
    }

    Grant jwtGrant(Secret assertion) {
        return post(
                Map.of("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion", assertion.reveal()));
    }

    private Grant post(Map<String, String> form) {
        ApiRequest login =
                ApiRequest.postForm(loginUrl + "/services/oauth2/token", form).header("Accept", "application/json");
        return client.fetch(login, TokenEndpoint::grant);
    }

    private static Grant grant(ApiResponse response) throws IOException {
        JsonNode reply = JSON.readTree(response.body());
        String token = reply.path("access_token").asText("");
        String server = reply.path("instance_url").asText("");
        if (token.isEmpty() || server.isEmpty()) {
            throw new IOException("the login reply has no access_token or instance_url");
        }
        return new Grant(
                new Session(token, address(server)),
                Optional.of(reply.path("refresh_token").asText(""))
                        .filter(next -> !next.isEmpty())
                        .map(Secret::new));
    }

    private static URI address(String server) {
        try {
            return URI.create(server);
        } catch (IllegalArgumentException wrong) {
            throw RemoteException.permanent("the login reply's instance_url is no address: " + server, wrong);
        }
    }
}
