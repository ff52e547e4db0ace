package bizops.sandbox.marketo.wire;

import bizops.sandbox.http.Reply;
import bizops.sandbox.marketo.data.Wire;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of every answer (section 2 of the vendor notes): success or not, both with status 200.
 *
 * @param requestId so many hex digits, {@code #}, the time in milliseconds in hex
 */
public record Envelope(String requestId) {
    /** The envelope of the request with this number. */
    public static Envelope of(int number, Instant now) {
        return new Envelope(Integer.toHexString(0x1000 + number * 7) + "#" + Long.toHexString(now.toEpochMilli()));
    }

    public Reply success(List<?> result) {
        return reply(result, Map.of());
    }

    /** A page of the lead database: the token is there even on the last one. */
    public Reply page(@Nullable List<?> result, String nextPageToken, boolean more) {
        Map<String, Object> extra = new LinkedHashMap<>();
        extra.put("nextPageToken", nextPageToken);
        extra.put("moreResult", more);
        return reply(result, extra);
    }

    /**
     * A success with further keys.
     *
     * @param result null leaves the key out, as pages without rows may
     */
    public Reply reply(@Nullable List<?> result, Map<String, ?> extra) {
        Map<String, @Nullable Object> body = start(true);
        if (result != null) {
            body.put("result", result);
        }
        body.putAll(extra);
        return Reply.json(Json.text(body));
    }

    /** An answer of the asset API, with times of both zone marks and a text as warning where nothing was found. */
    public Reply assets(List<?> result) {
        Map<String, @Nullable Object> body = start(true);
        body.put("errors", List.of());
        body.put("warnings", result.isEmpty() ? List.of("No assets found for the given search criteria.") : List.of());
        if (!result.isEmpty()) {
            body.put("result", result);
        }
        return Reply.json(Json.text(body, instant -> Wire.instant(instant) + "+0000"));
    }

    public Reply failure(String code, @Nullable String message) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        Map<String, @Nullable Object> body = start(false);
        body.put("errors", List.of(error));
        return Reply.json(Json.text(body));
    }

    private Map<String, @Nullable Object> start(boolean success) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("requestId", requestId);
        body.put("success", success);
        return body;
    }
}
