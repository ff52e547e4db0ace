package bizops.tap.marketo.rest;

import bizops.singer.http.ApiResponse;
import bizops.singer.http.Classifier;
import bizops.singer.http.Verdict;
import bizops.singer.json.Json;
import java.io.IOException;

/**
 * What an answer means by its HTTP status; most errors come under 200 and are found when the envelope is opened. Holds
 * nothing.
 */
final class RestClassifier implements Classifier {
    private static final int UNAUTHORIZED = 401;

    @Override
    public Verdict ofResponse(ApiResponse response, String body) {
        int status = response.status();
        if (response.isSuccess() || status / 100 == 3 || status == UNAUTHORIZED || status == 408 || status == 429) {
            return Classifier.super.ofResponse(response, body);
        }
        MarketoError error = error(status, body);
        return switch (error.kind()) {
            case TOKEN -> Verdict.refreshToken(error.toString());
            case TRANSIENT ->
                Classifier.retryAfter(response)
                        .map(after -> Verdict.retry(error.toString(), after))
                        .orElseGet(() -> Verdict.retry(error.toString()));
            default -> throw new MarketoException(error);
        };
    }

    private static MarketoError error(int status, String body) {
        try {
            MarketoError told = MarketoError.of(status, Json.parseObject(body));
            return told.code().isEmpty() ? MarketoError.ofBody(status, body) : told;
        } catch (IOException noJson) {
            return MarketoError.ofBody(status, body);
        }
    }
}
