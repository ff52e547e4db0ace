package bizops.tap.salesforce.query;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a read is that runs as a Bulk job: the job outlives the run, and each of its pages can be read again.
 * Immutable.
 *
 * @param version the API version that made the job and must read it
 * @param window what it reads; empty for a whole table
 * @param fields a fingerprint of the fields it selects
 * @param locator the next page; empty before the first one
 * @param rows rows of the pages before it
 */
public record JobPosition(
        String id, String version, Optional<Window> window, String fields, Optional<String> locator, long rows) {
    private static final String ID = "job_id";
    private static final String VERSION = "api_version";
    private static final String LO = "lo";
    private static final String HI = "hi";
    private static final String FIELDS = "fields_hash";
    private static final String LOCATOR = "locator";
    private static final String ROWS = "rows_done";

    /** The same job behind a page of that many rows, at the page of {@code next}. */
    public JobPosition behind(long pageRows, String next) {
        return new JobPosition(id, version, window, fields, Optional.of(next), rows + pageRows);
    }

    /** The form that stands in the state. */
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(ID, id);
        json.put(VERSION, version);
        window.flatMap(Window::lo).ifPresent(lo -> json.put(LO, lo.toString()));
        window.ifPresent(span -> json.put(HI, span.hi().toString()));
        json.put(FIELDS, fields);
        locator.ifPresent(next -> json.put(LOCATOR, next));
        json.put(ROWS, rows);
        return json;
    }

    /** The position in that form; empty for anything else, which only means that the window is read anew. */
    public static Optional<JobPosition> of(@Nullable Object json) {
        if (!(json instanceof Map<?, ?> map
                && map.get(ID) instanceof String id
                && map.get(VERSION) instanceof String version
                && map.get(FIELDS) instanceof String fields
                && map.get(ROWS) instanceof Number rows)) {
            return Optional.empty();
        }
        try {
            Optional<Instant> lo = text(map.get(LO)).map(Instant::parse);
            Optional<Window> window = text(map.get(HI)).map(hi -> new Window(lo, Instant.parse(hi)));
            return Optional.of(new JobPosition(id, version, window, fields, text(map.get(LOCATOR)), rows.longValue()));
        } catch (DateTimeParseException foreign) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
