package bizops.tap.salesforce.auth;

import bizops.singer.config.Secret;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Optional;

/** What the tap logs in with; each kind is one of the vendor's flows. Immutable. */
public sealed interface Credentials {
    /** The app's own id and secret; Salesforce lets the app's "run as" user in. Only at the organisation's My Domain. */
    record ClientCredentials(String clientId, Secret clientSecret) implements Credentials {}

    /**
     * An assertion that the tap signs, good for minutes.
     *
     * @param key an RSA key whose certificate stands in the app
     * @param audience {@code https://login.salesforce.com} or {@code https://test.salesforce.com}
     */
    record JwtBearer(String clientId, String username, PrivateKey key, String audience) implements Credentials {}

    /**
     * A refresh token, which may be good for one use only.
     *
     * @param clientSecret public apps have none
     * @param store where the newest token is kept when tokens rotate
     */
    record RefreshToken(String clientId, Optional<Secret> clientSecret, Secret token, Path store)
            implements Credentials {}

    /**
     * OAuth's username-password flow.
     *
     * @param password with the security token right behind it
     */
    record OAuthPassword(String clientId, Secret clientSecret, String username, Secret password)
            implements Credentials {}

    /**
     * The SOAP API's login call.
     *
     * @param password with the security token right behind it
     * @param version of the SOAP API, such as {@code 64.0}
     */
    record SoapLogin(String username, Secret password, String version) implements Credentials {}
}
