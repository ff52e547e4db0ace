package bizops.tap.zuora.rest;

import bizops.singer.http.ApiResponse;
import bizops.singer.http.Classifier;
import bizops.singer.http.RefusedException;
import bizops.singer.http.Verdict;
import bizops.singer.report.Quotes;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Tells the HTTP client what an answer means: passing failures are repeated as late as the reply says, a dead token is
 * renewed, and every other error leaves as an {@link ApiException} for whoever can answer it. Thread-safe.
 */
final class ZuoraClassifier implements Classifier {
    private static final String EXPIRY =
            "; passwords of API users expire, and single sign-on or two-factor log-in locks"
                    + " them out: an OAuth client has neither";

    @Override
    public Verdict ofResponse(ApiResponse response, String body) {
        if (response.isSuccess() || response.status() / 100 == 3) {
            return Classifier.super.ofResponse(response, body);
        }
        ZuoraError error = ErrorReader.ofFailure(response.status(), body, requestId(response));
        return verdict(error, patience(response));
    }

    @Override
    public Verdict ofFailure(IOException failure) {
        if (failure instanceof JsonProcessingException broken) {
            return Verdict.retry("the body is cut or no JSON: " + Quotes.of(broken.getOriginalMessage()));
        }
        return Classifier.super.ofFailure(failure);
    }

    /** What to throw for an error that stands inside a success. */
    static RefusedException refusal(ZuoraError error) {
        return new RefusedException(verdict(error, Optional.empty()));
    }

    private static Verdict verdict(ZuoraError error, Optional<Duration> patience) {
        return switch (error.kind()) {
            case AUTH -> Verdict.refreshToken(error + EXPIRY);
            case RATE, TRANSIENT ->
                patience.map(after -> Verdict.retry(error.toString(), after))
                        .orElseGet(() -> Verdict.retry(error.toString()));
            default -> throw new ApiException(error);
        };
    }

    /** {@code Retry-After}, else the seconds till the spent limit starts anew. */
    private static Optional<Duration> patience(ApiResponse response) {
        return Classifier.retryAfter(response)
                .or(() -> response.status() == 429
                        ? response.header("ratelimit-reset").flatMap(ZuoraClassifier::seconds)
                        : Optional.empty());
    }

    private static Optional<Duration> seconds(String text) {
        String digits = text.strip();
        return digits.matches("\\d{1,9}") ? Optional.of(Duration.ofSeconds(Long.parseLong(digits))) : Optional.empty();
    }

    static String requestId(ApiResponse response) {
        return response.header("Zuora-Request-Id").orElse("");
    }
}
