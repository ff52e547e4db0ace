package bizops.singer.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Decides by vendor what an answer or failure means. The defaults follow HTTP; a vendor's class overrides and asks
 * {@code Classifier.super} for the rest. Must be thread-safe.
 */
public interface Classifier {
    /** HTTP as it is written. */
    Classifier STANDARD = new Classifier() {};

    /**
     * An answer came.
     *
     * @param response of an error the body may be read here, up to 64 KiB; of a success it must not
     * @param body the body's text if the status is no success, else empty
     */
    default Verdict ofResponse(ApiResponse response, String body) {
        int status = response.status();
        if (response.isSuccess()) {
            return Verdict.ok();
        }
        String why = "HTTP " + status + (body.isBlank() ? "" : ": " + Excerpt.ofBody(body));
        if (status == 401) {
            return Verdict.refreshToken(why);
        }
        if (status == 408 || status == 425 || status == 429 || status >= 500) {
            return retryAfter(response).map(after -> Verdict.retry(why, after)).orElseGet(() -> Verdict.retry(why));
        }
        if (status / 100 == 3) {
            return Verdict.fatal("HTTP " + status + " leads to another host, "
                    + response.header("location").map(Excerpt::host).orElse("unnamed")
                    + "; credentials are not sent there: correct the address in the settings");
        }
        return Verdict.fatal(why);
    }

    /** No answer came, or it broke off. */
    default Verdict ofFailure(IOException failure) {
        if (failure instanceof RefusedException refused) {
            return refused.verdict();
        }
        if (failure instanceof SSLHandshakeException || failure instanceof SSLPeerUnverifiedException) {
            return Verdict.fatal("the server's certificate is not trusted (" + failure.getMessage()
                    + "); for an authority of your own set ca_bundle");
        }
        if (failure instanceof BodyTooLargeException) {
            return Verdict.fatal(String.valueOf(failure.getMessage()));
        }
        if (failure instanceof InterruptedIOException && !(failure instanceof SocketTimeoutException)) {
            return Thread.currentThread().isInterrupted()
                    ? Verdict.fatal("interrupted")
                    : Verdict.retry(Excerpt.of(failure));
        }
        return Verdict.retry(Excerpt.of(failure));
    }

    /** The header {@code Retry-After}, in seconds or as a date by the server's own clock. */
    static Optional<Duration> retryAfter(ApiResponse response) {
        return response.header("retry-after").flatMap(text -> {
            if (text.strip().matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text.strip())));
            }
            Instant now = response.date().orElseGet(Instant::now);
            return ApiResponse.httpDate(text.strip())
                    .map(until -> until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO);
        });
    }
}
