package bizops.tap.salesforce.auth;

import bizops.singer.http.ApiClient;
import bizops.singer.http.ApiClientBuilder;
import bizops.singer.http.Token;
import bizops.singer.http.TokenSource;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens sessions by whichever flow is configured. Sessions are opened when one is needed, never by a clock: with rotating
 * refresh tokens each new session ends the one before. Thread-safe.
 */
public final class Login implements TokenSource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Login.class);

    private final LoginFlow flow;
    private final ApiClient client;
    private volatile @Nullable URI instance;

    private Login(LoginFlow flow, ApiClient client) {
        this.flow = flow;
        this.client = client;
    }

    /**
     * Logs in nowhere yet; of a flow that the vendor is giving up a warning says until when it works.
     *
     * @param http without a token source
     * @param loginUrl scheme, host and port
     */
    public static Login with(Credentials credentials, URI loginUrl, ApiClientBuilder http) {
        if (credentials instanceof Credentials.SoapLogin soap) {
            LOG.warn(
                    "logging in over SOAP, which is off in new organisations and which Salesforce retires with Summer '27"
                            + " (1 June 2027): change to client credentials or JWT before (README, Log in)");
            ApiClient client = http.classifier(new SoapClassifier(loginUrl)).build();
            return new Login(new SoapFlow(client, loginUrl, soap), client);
        }
        LoginClassifier classifier = new LoginClassifier(new LoginAdvice(credentials, loginUrl));
        ApiClient client = http.classifier(classifier).build();
        TokenEndpoint endpoint = new TokenEndpoint(client, loginUrl);
        if (credentials instanceof Credentials.JwtBearer jwt) {
            return new Login(new JwtFlow(endpoint, jwt, classifier), client);
        }
        if (credentials instanceof Credentials.RefreshToken refresh) {
            return new Login(new RefreshFlow(endpoint, refresh), client);
        }
        if (credentials instanceof Credentials.OAuthPassword password) {
            LOG.warn("logging in with the OAuth username-password flow, which is blocked in organisations made since"
                    + " Summer '23, unknown to external client apps, and being given up by Salesforce: change to client"
                    + " credentials or JWT (README, Log in)");
            return new Login(() -> endpoint.passwordGrant(password).session(), client);
        }
        Credentials.ClientCredentials app = (Credentials.ClientCredentials) credentials;
        return new Login(() -> endpoint.clientGrant(app).session(), client);
    }

    @Override
    public Token fetch() {
        Session session = flow.logIn();
        instance = session.instance();
        return Token.bearer(session.accessToken());
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
        try {
            flow.close();
        } finally {
            client.close();
        }
    }
}
