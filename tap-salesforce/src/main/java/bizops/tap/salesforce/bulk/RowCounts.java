package bizops.tap.salesforce.bulk;

import bizops.tap.salesforce.query.RowQuery;
import bizops.tap.salesforce.query.Window;
import bizops.tap.salesforce.rest.ApiException;
import bizops.tap.salesforce.rest.ErrorKind;
import bizops.tap.salesforce.rest.Rest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many rows a query is going to bring, nearly: one call for all objects of the organisation, and one more for a
 * window of a large one. Owned by one thread.
 */
public final class RowCounts {
    private static final Logger LOG = LoggerFactory.getLogger(RowCounts.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration NARROW = Duration.ofDays(1);

    private final Rest rest;
    private @Nullable Map<String, Long> records;

    public RowCounts(Rest rest) {
        this.rest = rest;
    }

    /** Live rows of a whole object as {@code limits/recordCount} tells; empty where it does not tell. */
    public OptionalLong ofObject(String object) {
        if (records == null) {
            records = all();
        }
        Long count = records.get(object);
        return count == null ? OptionalLong.empty() : OptionalLong.of(count);
    }

    /** Whether a window is so short that it need not be counted. */
    static boolean isNarrow(RowQuery query) {
        return query.window()
                .filter(window -> window.lo()
                        .filter(lo -> Duration.between(lo, window.hi()).compareTo(NARROW) < 0)
                        .isPresent())
                .isPresent();
    }

    /** Whether the query leaves out what lies before some time. */
    static boolean isPart(RowQuery query) {
        return query.window()
                .flatMap(Window::lo)
                .filter(lo -> lo.isAfter(Window.BEGINNING))
                .isPresent();
    }

    /** Live rows that the query would bring; empty where the vendor does not count them. */
    public OptionalLong ofQuery(RowQuery query) {
        String path = rest.versioned("query?q=") + URLEncoder.encode(query.counting(), StandardCharsets.UTF_8);
        try {
            return OptionalLong.of(rest.get(path, body -> number(body, "totalSize")));
        } catch (ApiException refused) {
            return unknown(refused);
        }
    }

    private Map<String, Long> all() {
        try {
            return rest.get(rest.versioned("limits/recordCount"), RowCounts::counts);
        } catch (ApiException refused) {
            var unused = unknown(refused);
            return Map.of();
        }
    }

    private static OptionalLong unknown(ApiException refused) {
        if (refused.kind() == ErrorKind.QUOTA || refused.kind() == ErrorKind.SESSION_REFUSED) {
            throw refused;
        }
        LOG.info("rows cannot be counted: {}", refused.getMessage());
        return OptionalLong.empty();
    }

    private static Map<String, Long> counts(byte[] body) throws IOException {
        JsonNode objects = JSON.readTree(body).path("sObjects");
        if (!objects.isArray()) {
            throw new IOException("the reply has no sObjects");
        }
        Map<String, Long> counts = new HashMap<>();
        objects.forEach(object ->
                counts.put(object.path("name").asText(), object.path("count").asLong()));
        return counts;
    }

    private static long number(byte[] body, String name) throws IOException {
        JsonNode number = JSON.readTree(body).path(name);
        if (!number.canConvertToLong()) {
            throw new IOException("the reply has no " + name);
        }
        return number.asLong();
    }
}
