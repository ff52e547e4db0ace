package bizops.sandbox.salesforce.rest;

import bizops.sandbox.http.Call;
import bizops.sandbox.http.Forms;
import bizops.sandbox.http.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** {@code /services/oauth2/token}: client credentials and refresh token; errors are objects with status 400. */
final class TokenEndpoint {
    private final Sessions sessions;

    TokenEndpoint(Sessions sessions) {
        this.sessions = sessions;
    }

    Reply answer(Call call, Instant now) {
        if (!call.method().equals("POST")) {
            return error("invalid_request", "must use HTTP POST");
        }
        Map<String, String> form = new HashMap<>();
        if (call.header("content-type").orElse("").startsWith("application/x-www-form-urlencoded")) {
            form.putAll(Forms.parse(call.body()));
        }
        call.header("authorization").ifPresent(header -> basic(header, form));
        return switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" -> checkClient(form, true, call, now);
            case "refresh_token" ->
                Credentials.REFRESH_TOKEN.equals(form.get("refresh_token"))
                        ? checkClient(form, form.containsKey("client_secret"), call, now)
                        : error("invalid_grant", "expired access/refresh token");
            case "password" -> error("invalid_grant", "authentication failure");
            default -> error("unsupported_grant_type", "grant type not supported");
        };
    }

    private Reply checkClient(Map<String, String> form, boolean needsSecret, Call call, Instant now) {
        if (!Credentials.CLIENT_ID.equals(form.get("client_id"))) {
            return error("invalid_client_id", "client identifier invalid");
        }
        if (needsSecret && !Credentials.CLIENT_SECRET.equals(form.get("client_secret"))) {
            return error("invalid_client", "invalid client credentials");
        }
        Session session = sessions.open(now);
        return Reply.json(Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("access_token", session.token());
            json.writeStringField("signature", "c2FuZGJveA==");
            json.writeStringField("scope", "api");
            json.writeStringField("instance_url", call.base());
            json.writeStringField("id", call.base() + "/id/00DHu000000SandBoxUAA/005Hu000000SandBoxUAA");
            json.writeStringField("token_type", "Bearer");
            json.writeStringField("issued_at", Long.toString(now.toEpochMilli()));
            json.writeEndObject();
        }));
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

    private static Reply error(String error, String description) {
        return Reply.json(400, Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("error", error);
            json.writeStringField("error_description", description);
            json.writeEndObject();
        }));
    }
}
