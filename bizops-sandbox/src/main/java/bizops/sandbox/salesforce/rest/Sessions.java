package bizops.sandbox.salesforce.rest;

import bizops.sandbox.salesforce.login.SessionBook;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The open sessions; one lives for two hours after its last use. Owned by the org's lock. */
final class Sessions implements SessionBook {
    private static final Duration IDLE = Duration.ofHours(2);

    private final Map<String, Instant> lastUse = new HashMap<>();
    private int opened;

    @Override
    public String opened(Instant now) {
        opened++;
        String token = "00DHu000000SandBox!AQ" + Integer.toHexString(opened * 0x9E3779B1) + "." + opened;
        lastUse.put(token, now);
        return token;
    }

    /** The session of an Authorization header; refuses a header that is malformed or a session that is not open. */
    Session of(Optional<String> authorization, Instant now) {
        String header = authorization.orElseThrow(ApiException::sessionInvalid);
        int space = header.indexOf(' ');
        String scheme = space < 0 ? header : header.substring(0, space);
        if (!scheme.equalsIgnoreCase("Bearer") && !scheme.equalsIgnoreCase("OAuth")) {
            throw new ApiException(401, "INVALID_AUTH_HEADER", "INVALID_HEADER_TYPE");
        }
        String token = header.substring(space + 1).strip();
        Instant used = lastUse.get(token);
        if (used == null || used.plus(IDLE).isBefore(now)) {
            lastUse.remove(token);
            throw ApiException.sessionInvalid();
        }
        lastUse.put(token, now);
        return new Session(token);
    }

    @Override
    public void close(String token) {
        lastUse.remove(token);
    }
}
