package bizops.sandbox.marketo.bulk;

import bizops.sandbox.marketo.wire.MarketoException;
import bizops.sandbox.marketo.wire.Request;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stretch of time of at most 31 days, both ends included. */
record Window(Instant start, Instant end) {
    private static final Duration LONGEST = Duration.ofDays(31);

    static Window read(String name, JsonNode filter) {
        Instant start = Request.instant(text(name, filter, "startAt"));
        Instant end = Request.instant(text(name, filter, "endAt"));
        if (end.isBefore(start)) {
            throw new MarketoException("1003", "Invalid data: startAt is after endAt");
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw new MarketoException("1003", "Invalid data: date range of " + name + " is more than 31 days");
        }
        return new Window(start, end);
    }

    private static String text(String name, JsonNode filter, String key) {
        JsonNode value = filter.path(key);
        if (!value.isTextual()) {
            throw MarketoException.missing(name + "." + key);
        }
        if (value.asText().matches(".*\\.\\d+.*")) {
            throw new MarketoException("704", "Invalid date format");
        }
        return value.asText();
    }

    boolean holds(@Nullable Instant instant) {
        return instant != null && !instant.isBefore(start) && !instant.isAfter(end);
    }
}
