package bizops.sandbox.zuora.rest;

import bizops.sandbox.http.Call;
import bizops.sandbox.http.Forms;
import bizops.sandbox.http.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** {@code /oauth/token}: client credentials in a form. */
final class TokenEndpoint {
    private final Sessions sessions;

    TokenEndpoint(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * @param life how long the token is good
     * @param entities how many entities the user may enter
     */
    Reply answer(Call call, Instant now, Duration life, int entities) {
        String path = call.path();
        if (!call.method().equals("POST")) {
            throw ApiException.plain(
                    405, "Method Not Allowed", "Request method '" + call.method() + "' not supported", path);
        }
        if (!call.header("content-type").orElse("").startsWith("application/x-www-form-urlencoded")) {
            throw ApiException.plain(415, "Unsupported Media Type", "Content type not supported", path);
        }
        Map<String, String> form = Forms.parse(call.body());
        if (!"client_credentials".equals(form.get("grant_type"))) {
            throw ApiException.plain(400, "Bad Request", "Unsupported grant type", path);
        }
        if (!Credentials.CLIENT_ID.equals(form.get("client_id"))) {
            throw ApiException.plain(400, "Bad Request", "Invalid client id", path);
        }
        if (!Credentials.CLIENT_SECRET.equals(form.get("client_secret"))) {
            throw ApiException.plain(401, "Unauthorized", "Invalid client secret", path);
        }
        String token = sessions.open(now, life);
        StringBuilder scope = new StringBuilder("entity." + Credentials.ENTITY);
        for (int i = 2; i <= entities; i++) {
            scope.append(" entity.1a2b7a37-3e7d-4cb3-b0e2-88300000000").append(i);
        }
        return Reply.json(Json.object()
                .put("access_token", token)
                .put("token_type", "bearer")
                .put("expires_in", life.toSeconds())
                .put("scope", scope + " platform.read service.usage.read tenant.19 user.7c4d1c5e2b1a4f0e")
                .put("jti", token)
                .toString());
    }
}
