package bizops.sandbox.marketo.rest;

import bizops.sandbox.http.Call;
import bizops.sandbox.http.Forms;
import bizops.sandbox.http.Reply;
import bizops.sandbox.marketo.wire.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /identity/oauth/token}: client credentials in the query or in a form. */
final class IdentityEndpoint {
    private final AccessTokens tokens;

    IdentityEndpoint(AccessTokens tokens) {
        this.tokens = tokens;
    }

    Reply answer(Call call, Instant now) {
        Map<String, String> given = new HashMap<>(call.query());
        if (call.method().equals("POST")) {
            given.putAll(Forms.parse(call.body()));
        }
        String client = given.getOrDefault("client_id", "");
        if (!"client_credentials".equals(given.get("grant_type"))) {
            return error(400, "unsupported_grant_type", "Unsupported grant type: " + given.get("grant_type"));
        }
        if (!MarketoCredentials.known(client)) {
            return error(401, "unauthorized", "No client with requested id: " + client);
        }
        if (!MarketoCredentials.valid(client, given.getOrDefault("client_secret", ""))) {
            return error(401, "unauthorized", "Bad client credentials");
        }
        AccessTokens.Token token = tokens.of(client, now);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", token.text());
        body.put("token_type", "bearer");
        body.put("expires_in", Math.max(0, token.secondsLeft(now) - 1));
        body.put("scope", MarketoCredentials.user(client));
        return Reply.json(Json.text(body));
    }

    static Reply error(int status, String error, String description) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put("error_description", description);
        return Reply.json(status, Json.text(body));
    }
}
