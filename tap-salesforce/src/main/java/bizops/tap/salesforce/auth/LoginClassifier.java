package bizops.tap.salesforce.auth;

import bizops.singer.http.ApiResponse;
import bizops.singer.http.Classifier;
import bizops.singer.http.Verdict;
import bizops.tap.salesforce.rest.VendorError;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Tells what a refused login means; nearly all refusals are permanent. Thread-safe. */
final class LoginClassifier implements Classifier {
    private final URI loginUrl;

    LoginClassifier(URI loginUrl) {
        this.loginUrl = loginUrl;
    }

    @Override
    public Verdict ofResponse(ApiResponse response, String body) {
        if (response.isSuccess() || response.status() / 100 == 3) {
            return Classifier.super.ofResponse(response, body);
        }
        VendorError error = VendorError.of(response.status(), body.getBytes(StandardCharsets.UTF_8));
        String why = "login failed: " + error;
        return error.kind().retriable() ? Verdict.retry(why) : Verdict.fatal(why + "; " + advice(error));
    }

    private String advice(VendorError error) {
        return switch (error.code()) {
            case "invalid_client_id", "invalid_client" -> "check 'client_id' and 'client_secret'";
            case "unsupported_grant_type" -> "turn on the client credentials flow of the connected app";
            case "invalid_grant" ->
                "set the app's run-as user, turn on its client credentials flow, and set 'login_url' to the"
                        + " organisation's My Domain";
            default -> "check that 'login_url' " + loginUrl + " is the organisation's My Domain";
        };
    }
}
