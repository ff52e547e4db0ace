package bizops.tap.marketo.window;

import bizops.tap.marketo.convert.Stamps;
import java.time.Instant;
import java.util.Map;

/** A span of time, both ends included as Marketo has it, in whole seconds. Immutable. */
public record Window(Instant start, Instant end) {

    /** The filter of an export. */
    public Map<String, Object> filter(String by) {
        Map<String, Object> span = new java.util.LinkedHashMap<>();
        span.put("startAt", Stamps.format(start));
        span.put("endAt", Stamps.format(end));
        return Map.of(by, span);
    }

    @Override
    public String toString() {
        return "[" + start + ", " + end + "]";
    }
}
