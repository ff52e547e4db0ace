package bizops.tap.marketo.window;

import bizops.tap.marketo.bulk.ExportRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A job as the state holds it. Immutable.
 *
 * @param filterHash of what it extracts, its window included
 * @param fieldsHash of the columns that were asked for
 * @param queued whether it was put into the queue
 */
public record SavedJob(
        String id, Window window, String filterHash, String fieldsHash, Instant createdAt, boolean queued) {

    boolean isFor(ExportRequest request) {
        return filterHash.equals(request.filterHash()) && fieldsHash.equals(request.fieldsHash());
    }

    SavedJob nowQueued() {
        return new SavedJob(id, window, filterHash, fieldsHash, createdAt, true);
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("start", window.start().toString());
        json.put("end", window.end().toString());
        json.put("filter_hash", filterHash);
        json.put("fields_hash", fieldsHash);
        json.put("created_at", createdAt.toString());
        json.put("status", queued ? "Queued" : "Created");
        return json;
    }

    /** Empty if it is none of ours; then the window is read by a new job. */
    static Optional<SavedJob> of(@Nullable Object json) {
        if (!(json instanceof Map<?, ?> fields)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SavedJob(
                    text(fields, "id"),
                    new Window(Instant.parse(text(fields, "start")), Instant.parse(text(fields, "end"))),
                    text(fields, "filter_hash"),
                    text(fields, "fields_hash"),
                    Instant.parse(text(fields, "created_at")),
                    "Queued".equals(fields.get("status"))));
        } catch (DateTimeException foreign) {
            return Optional.empty();
        }
    }

    private static String text(Map<?, ?> fields, String name) {
        Object value = fields.get(name);
        return value == null ? "" : value.toString();
    }
}
