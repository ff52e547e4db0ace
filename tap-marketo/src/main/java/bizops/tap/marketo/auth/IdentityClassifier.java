package bizops.tap.marketo.auth;

import bizops.singer.http.ApiResponse;
import bizops.singer.http.Classifier;
import bizops.singer.http.Verdict;
import bizops.singer.json.Json;
import bizops.singer.report.Quotes;
import java.io.IOException;

/** What a refused login means. Holds nothing. */
final class IdentityClassifier implements Classifier {
    @Override
    public Verdict ofResponse(ApiResponse response, String body) {
        int status = response.status();
        boolean refused = status / 100 == 4 && status != 408 && status != 429;
        return refused
                ? Verdict.fatal("login failed: HTTP " + status + " " + why(body) + "; check 'client_id' and"
                        + " 'client_secret' of the custom service, and 'endpoint'")
                : Classifier.super.ofResponse(response, body);
    }

    private static String why(String body) {
        try {
            Object description = Json.parseObject(body).get("error_description");
            return description == null ? "" : Quotes.of(description.toString());
        } catch (IOException noJson) {
            return "";
        }
    }
}
