package bizops.sandbox.salesforce.rest;

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
        String body,
        Map<String, String> headers,
        @Nullable Fault spoiled) {

    static final String JSON = "application/json;charset=UTF-8";

    static Reply json(String body) {
        return json(200, body);
    }

    static Reply json(int status, String body) {
        return new Reply(status, JSON, body, Map.of(), null);
    }

    static Reply html(int status, String body) {
        return new Reply(status, "text/html;charset=UTF-8", body, Map.of(), null);
    }

    static Reply empty(int status) {
        return new Reply(status, JSON, "", Map.of(), null);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, contentType, body, more, spoiled);
    }

    Reply spoiledBy(Fault fault) {
        return new Reply(status, contentType, body, headers, fault);
    }
}
