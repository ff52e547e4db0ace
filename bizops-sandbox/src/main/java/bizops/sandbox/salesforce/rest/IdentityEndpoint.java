package bizops.sandbox.salesforce.rest;

import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import bizops.sandbox.salesforce.data.Wire;
import bizops.sandbox.salesforce.login.Credentials;
import java.time.Instant;

/**
 * The identity URL, which the token's reply has as {@code id}: who the session belongs to, and the addresses of the APIs
 * with {@code {version}} in place of a version. Without an open session it answers 403 with a bare word, unlike the REST
 * API ("Identity URLs" of Salesforce's OAuth help).
 */
final class IdentityEndpoint {
    static final String PATHS = "/id/";

    private static final String ORGANIZATION = "00DHu000000SandBoxUAA";
    private static final String USER = "005Hu000000SandBoxUAA";

    private final Sessions sessions;

    IdentityEndpoint(Sessions sessions) {
        this.sessions = sessions;
    }

    Reply answer(Call call, Instant now) {
        if (!call.path().equals(PATHS + ORGANIZATION + "/" + USER)) {
            return Reply.html(404, "Bad_Id");
        }
        if (call.header("authorization").isEmpty()) {
            return Reply.html(403, "Missing_OAuth_Token");
        }
        try {
            sessions.of(call.header("authorization"), now);
        } catch (ApiException notOpen) {
            return Reply.html(403, "Bad_OAuth_Token");
        }
        return Reply.json(text(call.base(), now));
    }

    private static String text(String base, Instant now) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("id", base + PATHS + ORGANIZATION + "/" + USER);
            json.writeBooleanField("asserted_user", true);
            json.writeStringField("user_id", USER);
            json.writeStringField("organization_id", ORGANIZATION);
            json.writeStringField("username", Credentials.USERNAME);
            json.writeStringField("nick_name", "integration");
            json.writeStringField("display_name", "Integration User");
            json.writeStringField("email", Credentials.USERNAME);
            json.writeBooleanField("email_verified", true);
            json.writeStringField("timezone", "GMT");
            json.writeObjectFieldStart("urls");
            String data = base + "/services/data/v{version}/";
            json.writeStringField("partner", base + "/services/Soap/u/{version}/" + ORGANIZATION);
            json.writeStringField("rest", data);
            json.writeStringField("sobjects", data + "sobjects/");
            json.writeStringField("query", data + "query/");
            json.writeEndObject();
            json.writeBooleanField("active", true);
            json.writeStringField("user_type", "STANDARD");
            json.writeStringField("language", "en_US");
            json.writeStringField("locale", "en_US");
            json.writeNumberField("utcOffset", 0);
            json.writeStringField("last_modified_date", Wire.instant(now));
            json.writeBooleanField("is_app_installed", true);
            json.writeEndObject();
        });
    }
}
