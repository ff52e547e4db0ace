package bizops.sandbox.salesforce.login;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The one family of refresh tokens. While tokens rotate, each is good for one use, and whoever shows a used one ends the
 * whole family: it may have been stolen. Owned by the org's lock.
 */
final class RefreshTokens {
    private final Set<String> used = new HashSet<>();
    private String current = Credentials.REFRESH_TOKEN;
    private String access = "";
    private boolean revoked;
    private int rotations;

    /**
     * The access token of the session that the family's last use opened; that session ends when the next one opens, or
     * with the family.
     */
    String lastAccess() {
        return access;
    }

    void opened(String accessToken) {
        access = accessToken;
    }

    /** Takes a token for its use; refuses one that is unknown, used or revoked. */
    Optional<String> use(String token, boolean rotating) {
        if (used.contains(token)) {
            revoked = true;
        }
        if (revoked || !token.equals(current)) {
            throw Refusal.grant("expired access/refresh token");
        }
        if (!rotating) {
            return Optional.empty();
        }
        used.add(current);
        rotations++;
        current = Credentials.REFRESH_TOKEN + "." + rotations;
        return Optional.of(current);
    }

    boolean revoked() {
        return revoked;
    }
}
