package bizops.tap.marketo.rest;

import bizops.singer.http.ApiResponse;
import bizops.singer.http.RefusedException;
import bizops.singer.http.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A successful answer's envelope. Immutable.
 *
 * @param result the rows; empty where the key is absent or null
 * @param nextPageToken where the next page begins; activities give one even after the last
 * @param moreResult whether there is more, where the answer says so
 * @param warnings texts, of either shape
 */
public record Reply(
        List<Map<String, @Nullable Object>> result,
        Optional<String> nextPageToken,
        Optional<Boolean> moreResult,
        List<String> warnings) {

    private static final Reply EMPTY = new Reply(List.of(), Optional.empty(), Optional.empty(), List.of());

    /** Opens an envelope; one that says no success is an error, whatever the HTTP status. */
    static Reply read(ApiResponse response) throws IOException {
        return open(response.status(), response.jsonObject());
    }

    /** As {@link #read}, of a page that may be asked for in smaller pieces: there a time-out is told to the caller. */
    static Reply readInTime(ApiResponse response) throws IOException {
        Map<String, @Nullable Object> envelope = response.jsonObject();
        if (!isSuccess(envelope)) {
            MarketoError error = MarketoError.of(response.status(), envelope);
            if (error.isTimeout()) {
                throw new MarketoException(error);
            }
        }
        return open(response.status(), envelope);
    }

    /** As {@link #read}, of a body that was read before. */
    public static Reply open(int status, Map<String, @Nullable Object> envelope) throws RefusedException {
        if (!isSuccess(envelope)) {
            MarketoError error = MarketoError.of(status, envelope);
            switch (error.kind()) {
                case TOKEN -> throw new RefusedException(Verdict.refreshToken(error.toString()));
                case TRANSIENT -> throw new RefusedException(Verdict.retry(error + error.advice()));
                case NO_DATA -> {
                    return EMPTY;
                }
                default -> throw new MarketoException(error);
            }
        }
        return new Reply(
                rows(envelope.get("result")),
                Optional.ofNullable(envelope.get("nextPageToken"))
                        .map(Object::toString)
                        .filter(token -> !token.isEmpty()),
                envelope.get("moreResult") instanceof Boolean more ? Optional.of(more) : Optional.empty(),
                warnings(envelope.get("warnings")));
    }

    private static boolean isSuccess(Map<String, ? extends @Nullable Object> envelope) {
        return Boolean.TRUE.equals(envelope.get("success"));
    }

    /** The only row, or the first. */
    public Optional<Map<String, @Nullable Object>> first() {
        return result.stream().findFirst();
    }

    private static List<Map<String, @Nullable Object>> rows(@Nullable Object result) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        if (result instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?> fields) {
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    fields.forEach((name, value) -> row.put((String) name, value));
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static List<String> warnings(@Nullable Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> items) {
            for (Object item : items) {
                texts.add(item instanceof Map<?, ?> said ? said.get("code") + " " + said.get("message") : "" + item);
            }
        }
        return texts;
    }
}
