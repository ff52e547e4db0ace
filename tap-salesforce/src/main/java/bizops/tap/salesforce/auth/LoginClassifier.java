package bizops.tap.salesforce.auth;

import bizops.singer.http.ApiResponse;
import bizops.singer.http.Classifier;
import bizops.singer.http.Verdict;
import bizops.tap.salesforce.rest.VendorError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Tells what a refused login means; nearly all refusals are permanent. Thread-safe. */
final class LoginClassifier implements Classifier {
    private final LoginAdvice advice;
    private volatile Duration serverAhead = Duration.ZERO;

    LoginClassifier(LoginAdvice advice) {
        this.advice = advice;
    }

    /** How far the server's clock was ahead of this machine's at the last refusal; negative when it was behind. */
    Duration serverAhead() {
        return serverAhead;
    }

    @Override
    public Verdict ofResponse(ApiResponse response, String body) {
        if (response.isSuccess() || response.status() / 100 == 3) {
            return Classifier.super.ofResponse(response, body);
        }
        serverAhead = response.date()
                .map(there -> Duration.between(Instant.now(), there))
                .orElse(Duration.ZERO);
        VendorError error = VendorError.of(response.status(), body.getBytes(StandardCharsets.UTF_8));
        String why = "login failed: " + error;
        return error.kind().retriable() ? Verdict.retry(why) : Verdict.fatal(why + "; " + advice.on(error));
    }
}
