package bizops.sandbox.salesforce.login;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.SalesforceFault;
import bizops.sandbox.http.Call;
import bizops.sandbox.http.Forms;
import bizops.sandbox.http.Reply;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code /services/oauth2/token}: the grants of the one connected app; errors are objects with status 400. */
final class TokenEndpoint {
    private static final String JWT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final SessionBook sessions;
    private final Faults switches;
    private final Assertion assertion;
    private final RefreshTokens refreshTokens = new RefreshTokens();

    TokenEndpoint(SessionBook sessions, Faults switches, DemoKey key) {
        this.sessions = sessions;
        this.switches = switches;
        this.assertion = new Assertion(key);
    }

    Reply answer(Call call, Instant now) {
        try {
            return grant(call, now);
        } catch (Refusal refused) {
            return refused.reply();
        }
    }

    private Reply grant(Call call, Instant now) {
        if (!call.method().equals("POST")) {
            throw new Refusal("invalid_request", "must use HTTP POST");
        }
        Map<String, String> form = new HashMap<>();
        if (call.header("content-type").orElse("").startsWith("application/x-www-form-urlencoded")) {
            form.putAll(Forms.parse(call.body()));
        }
        call.header("authorization").ifPresent(header -> basic(header, form));
        return switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" -> {
                checkClient(form, true);
                yield token(call, now, sessions.opened(now), Optional.empty());
            }
            case "refresh_token" -> refreshed(form, call, now);
            case JWT -> {
                assertion.check(form.getOrDefault("assertion", ""), call.base(), now);
                yield token(call, now, sessions.opened(now), Optional.empty());
            }
            case "password" -> {
                checkClient(form, true);
                checkUser(form);
                yield token(call, now, sessions.opened(now), Optional.empty());
            }
            default -> throw new Refusal("unsupported_grant_type", "grant type not supported");
        };
    }

    private Reply refreshed(Map<String, String> form, Call call, Instant now) {
        checkClient(form, form.containsKey("client_secret"));
        try {
            Optional<String> next = refreshTokens.use(
                    form.getOrDefault("refresh_token", ""), switches.isArmed(SalesforceFault.REFRESH_ROTATION));
            if (next.isPresent()) {
                sessions.close(refreshTokens.lastAccess());
            }
            String access = sessions.opened(now);
            refreshTokens.opened(access);
            return token(call, now, access, next);
        } catch (Refusal refused) {
            if (refreshTokens.revoked()) {
                sessions.close(refreshTokens.lastAccess());
            }
            throw refused;
        }
    }

    /** Organisations made since Summer '23 block this flow, whatever the password. */
    private void checkUser(Map<String, String> form) {
        boolean user = Credentials.areOfTheUser(form.getOrDefault("username", ""), form.getOrDefault("password", ""));
        if (!user || !switches.isArmed(SalesforceFault.PASSWORD_FLOW_ON)) {
            throw Refusal.grant("authentication failure");
        }
    }

    private static void checkClient(Map<String, String> form, boolean needsSecret) {
        if (!Credentials.CLIENT_ID.equals(form.get("client_id"))) {
            throw new Refusal("invalid_client_id", "client identifier invalid");
        }
        if (needsSecret && !Credentials.CLIENT_SECRET.equals(form.get("client_secret"))) {
            throw new Refusal("invalid_client", "invalid client credentials");
        }
    }

    private static Reply token(Call call, Instant now, String access, Optional<String> refreshToken) {
        ObjectNode reply = JsonNodeFactory.instance
                .objectNode()
                .put("access_token", access)
                .put("signature", "c2FuZGJveA==")
                .put("scope", "api")
                .put("instance_url", call.base())
                .put("id", call.base() + "/id/00DHu000000SandBoxUAA/005Hu000000SandBoxUAA")
                .put("token_type", "Bearer")
                .put("issued_at", Long.toString(now.toEpochMilli()));
        refreshToken.ifPresent(next -> reply.put("refresh_token", next));
        return Reply.json(reply.toString());
    }

    private static void basic(String header, Map<String, String> form) {
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return;
        }
        try {
            String pair =
                    new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon >= 0) {
                form.put("client_id", Forms.decode(pair.substring(0, colon)));
                form.put("client_secret", Forms.decode(pair.substring(colon + 1)));
            }
        } catch (IllegalArgumentException e) {
            form.remove("client_id");
        }
    }
}
