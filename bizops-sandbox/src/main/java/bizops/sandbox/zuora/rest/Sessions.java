package bizops.sandbox.zuora.rest;

import bizops.sandbox.http.Call;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Who may ask: holders of a token that is not older than an hour, and users with their password. */
final class Sessions {
    static final Duration LIFE = Duration.ofSeconds(3598);

    private final Map<String, Instant> ends = new HashMap<>();
    private int opened;

    String open(Instant now, Duration life) {
        opened++;
        String token = String.format(Locale.ROOT, "c652cbc0%08x%016x", opened, opened * 0x9E3779B97F4A7C15L);
        ends.put(token, now.plus(life));
        return token;
    }

    void closeAll() {
        ends.clear();
    }

    /**
     * Refuses a caller that does not prove who it is.
     *
     * @param basic whether the path takes HTTP Basic, as AQuA does
     */
    void check(Call call, Instant now, boolean basic) {
        String authorization = call.header("authorization").orElse("");
        if (authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            Instant end = ends.get(authorization.substring(7).strip());
            if (end == null || !end.isAfter(now)) {
                throw ApiException.unauthorized();
            }
        } else if (!named(call) && !(basic && isUser(authorization))) {
            throw ApiException.unauthorized();
        }
    }

    private static boolean named(Call call) {
        return Credentials.USERNAME.equals(call.header("apiaccesskeyid").orElse(null))
                && Credentials.PASSWORD.equals(call.header("apisecretaccesskey").orElse(null));
    }

    private static boolean isUser(String authorization) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return false;
        }
        try {
            byte[] pair = Base64.getDecoder().decode(authorization.substring(6).strip());
            return new String(pair, StandardCharsets.UTF_8).equals(Credentials.USERNAME + ":" + Credentials.PASSWORD);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
