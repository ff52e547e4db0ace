package bizops.tap.salesforce.auth;

import bizops.singer.config.Secret;
import bizops.singer.error.RemoteException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JWT bearer flow: an assertion signed with RS256, good for two minutes of the three that Salesforce allows. A local
 * clock that is wrong is the usual reason for a refusal, so then the assertion is made once more by the server's clock.
 */
final class JwtFlow implements LoginFlow {
    private static final Logger LOG = LoggerFactory.getLogger(JwtFlow.class);
    private static final Duration GOOD_FOR = Duration.ofMinutes(2);
    private static final Duration SAME_TIME = Duration.ofSeconds(30);

    private final TokenEndpoint endpoint;
    private final Credentials.JwtBearer user;
    private final LoginClassifier refusals;

    JwtFlow(TokenEndpoint endpoint, Credentials.JwtBearer user, LoginClassifier refusals) {
        this.endpoint = endpoint;
        this.user = user;
        this.refusals = refusals;
    }

    @Override
    public Session logIn() {
        try {
            return logIn(Instant.now());
        } catch (RemoteException refused) {
            Duration ahead = refusals.serverAhead();
            if (ahead.abs().compareTo(SAME_TIME) <= 0) {
                throw refused;
            }
            LOG.warn("this machine's clock is {} seconds away from Salesforce's; set it right", ahead.toSeconds());
            return logIn(Instant.now().plus(ahead));
        }
    }

    private Session logIn(Instant now) {
        return endpoint.jwtGrant(new Secret(assertion(now))).session();
    }

    private String assertion(Instant now) {
        String header = JsonNodeFactory.instance
                .objectNode()
                .put("alg", "RS256")
                .put("typ", "JWT")
                .toString();
        String claims = JsonNodeFactory.instance
                .objectNode()
                .put("iss", user.clientId())
                .put("sub", user.username())
                .put("aud", user.audience())
                .put("exp", now.plus(GOOD_FOR).getEpochSecond())
                .toString();
        String signed = encoded(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(user.key());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encoded(signature.sign());
        } catch (GeneralSecurityException unusable) {
            throw RemoteException.permanent("'private_key' cannot sign: " + unusable.getMessage(), unusable);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
