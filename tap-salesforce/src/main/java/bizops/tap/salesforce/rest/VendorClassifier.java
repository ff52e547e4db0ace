package bizops.tap.salesforce.rest;

import bizops.singer.http.ApiResponse;
import bizops.singer.http.Classifier;
import bizops.singer.http.Verdict;
import bizops.singer.report.Quotes;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Tells the HTTP client what an answer means: passing failures are repeated, a dead session is renewed, and every other
 * error leaves as an {@link ApiException} for whoever can answer it. Thread-safe.
 */
final class VendorClassifier implements Classifier {
    /** A following page of a query: its locator died with the session that made it, so a new session is no help. */
    private static final Pattern FOLLOWING_PAGE = Pattern.compile("/services/data/v[0-9.]+/query(All)?/[^/]+");
    /** How often the vendor's own defect is worth another try. */
    private static final int MOST_UNKNOWN = 2;

    private final QuotaGuard quota;
    private final AtomicInteger unknown = new AtomicInteger();

    VendorClassifier(QuotaGuard quota) {
        this.quota = quota;
    }

    @Override
    public Verdict ofResponse(ApiResponse response, String body) {
        quota.countCall();
        if (response.isSuccess()) {
            unknown.set(0);
            return Verdict.ok();
        }
        if (response.status() / 100 == 3) {
            return Classifier.super.ofResponse(response, body);
        }
        VendorError error = VendorError.of(response.status(), body.getBytes(StandardCharsets.UTF_8));
        return switch (error.kind()) {
            case TRANSIENT ->
                Classifier.retryAfter(response)
                        .map(after -> Verdict.retry(passing(error), after))
                        .orElseGet(() -> Verdict.retry(passing(error)));
            case UNKNOWN -> {
                if (unknown.incrementAndGet() > MOST_UNKNOWN) {
                    throw new ApiException(error);
                }
                yield Verdict.retry(error.toString());
            }
            case SESSION -> {
                if (FOLLOWING_PAGE.matcher(response.request().uri().getPath()).matches()) {
                    throw new ApiException(error);
                }
                yield Verdict.refreshToken(error.toString());
            }
            default -> throw new ApiException(error);
        };
    }

    private static String passing(VendorError error) {
        return error.code().equals("TXN_SECURITY_METERING_ERROR")
                ? error + " (users with the permission Exempt from Transaction Security do not meet it)"
                : error.toString();
    }

    @Override
    public Verdict ofFailure(IOException failure) {
        if (failure instanceof JsonProcessingException broken) {
            return Verdict.retry("the body is cut or no JSON: " + Quotes.of(broken.getOriginalMessage()));
        }
        return Classifier.super.ofFailure(failure);
    }
}
