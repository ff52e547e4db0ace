package bizops.sandbox.http;

import bizops.sandbox.fault.Fault;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One answer; immutable.
 *
 * @param spoiled the fault that spoils its delivery (cut, reset, stalled), null for a whole delivery
 */
public record Reply(
        int status,
        String contentType,
        Body body,
        Map<String, String> headers,
        @Nullable Fault spoiled) {

    public static final String JSON = "application/json;charset=UTF-8";

    public static Reply json(String body) {
        return json(200, body);
    }

    public static Reply json(int status, String body) {
        return new Reply(status, JSON, Body.of(body), Map.of(), null);
    }

    public static Reply html(int status, String body) {
        return new Reply(status, "text/html;charset=UTF-8", Body.of(body), Map.of(), null);
    }

    /** Any text or stream of bytes. */
    public static Reply of(String contentType, Body body) {
        return new Reply(200, contentType, body, Map.of(), null);
    }

    public static Reply empty(int status) {
        return new Reply(status, JSON, Body.of(""), Map.of(), null);
    }

    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, contentType, body, more, spoiled);
    }

    public Reply spoiledBy(Fault fault) {
        return new Reply(status, contentType, body, headers, fault);
    }

    /** The body of a reply that is not streamed, as text. */
    public String text() {
        if (body instanceof Body.Bytes whole) {
            return whole.text();
        }
        throw new IllegalStateException("streamed");
    }
}
