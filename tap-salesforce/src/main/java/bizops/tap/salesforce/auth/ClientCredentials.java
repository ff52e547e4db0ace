package bizops.tap.salesforce.auth;

import bizops.singer.config.Secret;
import bizops.singer.error.RemoteException;
import bizops.tap.salesforce.rest.AccessToken;
import bizops.tap.salesforce.rest.TokenSource;
import bizops.tap.salesforce.rest.Transport;
import bizops.tap.salesforce.rest.VendorError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The OAuth client credentials flow: the app's own id and secret, at the organisation's My Domain; the app's "run as"
 * user decides what can be read. There is no refresh token: a new session is a new login. Thread-safe.
 */
public final class ClientCredentials implements TokenSource {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Transport transport;
    private final URI loginUrl;
    private final String clientId;
    private final Secret clientSecret;

    public ClientCredentials(Transport transport, URI loginUrl, String clientId, Secret clientSecret) {
        this.transport = transport;
        this.loginUrl = loginUrl;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    @Override
    public AccessToken login() {
        String form = "grant_type=client_credentials&client_id=" + encoded(clientId) + "&client_secret="
                + encoded(clientSecret.reveal());
        try {
            Transport.Reply reply = transport.send(
                    "POST",
                    URI.create(loginUrl + "/services/oauth2/token"),
                    Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
                    Optional.of(form.getBytes(StandardCharsets.UTF_8)));
            if (reply.status() != 200) {
                throw refused(VendorError.of(reply.status(), reply.body()));
            }
            return token(JSON.readTree(reply.body()));
        } catch (IOException unreachable) {
            throw RemoteException.tryLater(
                    "the login server " + loginUrl + " is out of reach (" + unreachable + "); check 'login_url'",
                    unreachable);
        }
    }

    private AccessToken token(JsonNode reply) throws IOException {
        String value = reply.path("access_token").asText("");
        String instance = reply.path("instance_url").asText("");
        if (value.isEmpty() || instance.isEmpty()) {
            throw new IOException("the login reply has no access_token or instance_url");
        }
        return new AccessToken(new Secret(value), URI.create(instance));
    }

    private RemoteException refused(VendorError error) {
        String advice = switch (error.code()) {
            case "invalid_client_id", "invalid_client" -> "check 'client_id' and 'client_secret'";
            case "unsupported_grant_type" -> "turn on the client credentials flow of the connected app";
            case "invalid_grant" ->
                "set the app's run-as user, turn on its client credentials flow, and set 'login_url' to the"
                        + " organisation's My Domain";
            default -> "check 'login_url'";
        };
        String text = "login at " + loginUrl + " failed: " + error + "; " + advice;
        return error.kind().retriable() ? RemoteException.tryLater(text, null) : RemoteException.permanent(text, null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
