package bizops.sandbox.salesforce.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;

/** Judges the signed assertion of the JWT bearer flow: RS256, issuer, subject, audience, and an end at most minutes away. */
final class Assertion {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> AUDIENCES = Set.of("https://login.salesforce.com", "https://test.salesforce.com");
    /** Three minutes, and a little for the way. */
    private static final Duration LONGEST = Duration.ofSeconds(190);

    private final DemoKey key;

    Assertion(DemoKey key) {
        this.key = key;
    }

    /**
     * Refuses an assertion that is not good.
     *
     * @param own this server's address, an audience too
     */
    void check(String jwt, String own, Instant now) {
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3 || !signed(parts)) {
            throw Refusal.grant("invalid assertion");
        }
        JsonNode claims = json(parts[1]);
        if (!Credentials.CLIENT_ID.equals(claims.path("iss").asText())) {
            throw new Refusal("invalid_client_id", "client identifier invalid");
        }
        String audience = claims.path("aud").asText();
        if (!AUDIENCES.contains(audience) && !audience.equals(own)) {
            throw Refusal.grant("audience is invalid");
        }
        Instant end = Instant.ofEpochSecond(claims.path("exp").asLong());
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
            throw Refusal.grant("expired authorization code");
        }
        if (!Credentials.USERNAME.equals(claims.path("sub").asText())) {
            throw Refusal.grant("user hasn't approved this consumer");
        }
    }

    private boolean signed(String[] parts) {
        try {
            if (!"RS256".equals(json(parts[0]).path("alg").asText())) {
                return false;
            }
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key.publicHalf());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            return false;
        }
    }

    private static JsonNode json(String part) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(part));
        } catch (IOException | IllegalArgumentException broken) {
            throw Refusal.grant("invalid assertion");
        }
    }
}
