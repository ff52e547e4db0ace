package bizops.tap.zuora.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Positions as they stand in the state. What cannot be read counts as absent, which only repeats rows. Stateless.
 *
 * <pre>{@code
 * "window": {"start": "2026-01-01T00:00:00Z", "end": "2026-01-02T00:00:00Z",
 *            "job": {"id": "2c92…", "api": "AQUA", "query_hash": "…", "submitted_at": "…"}},
 * "full_refreshed_at": "…", "looked_back_at": "…", "unavailable_fields": {"TaxMessage": "…"}, "fields": "Id Name",
 * "api": "AQUA"
 * }</pre>
 */
final class PositionJson {
    private static final String WINDOW = "window";
    private static final String WHOLE = "whole";
    private static final String TABLE = "table";
    private static final String REFRESHED = "full_refreshed_at";
    private static final String LOOKED_BACK = "looked_back_at";
    private static final String UNAVAILABLE = "unavailable_fields";
    private static final String FIELDS = "fields";
    private static final String API = "api";

    private PositionJson() {}

    /** @param table whether the stream is read as FULL_TABLE: half a first read of the other kind is no half of this */
    static StreamPosition read(Map<String, ? extends @Nullable Object> json, boolean table) {
        Map<String, Instant> unavailable = new LinkedHashMap<>();
        map(json.get(UNAVAILABLE))
                .forEach((field, since) ->
                        instant(since).ifPresent(moment -> unavailable.put(String.valueOf(field), moment)));
        Optional<List<String>> fields = text(json.get(FIELDS)).map(names -> List.of(names.split(" ", -1)));
        Memory memory = new Memory(
                instant(json.get(REFRESHED)), instant(json.get(LOOKED_BACK)), unavailable, fields, text(json.get(API)));
        return new StreamPosition(
                part(false, map(json.get(WINDOW))).filter(part -> part.from().isPresent()),
                part(true, map(json.get(table ? TABLE : WHOLE))).filter(part -> part.limit() > 0),
                memory);
    }

    static Map<String, @Nullable Object> write(StreamPosition position, boolean table) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        position.window().ifPresent(part -> json.put(WINDOW, json(part)));
        position.whole().ifPresent(part -> json.put(table ? TABLE : WHOLE, json(part)));
        Memory memory = position.memory();
        memory.refreshedAt().ifPresent(at -> json.put(REFRESHED, at.toString()));
        memory.lookedBackAt().ifPresent(at -> json.put(LOOKED_BACK, at.toString()));
        if (!memory.unavailable().isEmpty()) {
            Map<String, Object> unavailable = new LinkedHashMap<>();
            memory.unavailable().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(field ->
                            unavailable.put(field.getKey(), field.getValue().toString()));
            json.put(UNAVAILABLE, unavailable);
        }
        memory.fields().ifPresent(names -> json.put(FIELDS, String.join(" ", names)));
        memory.api().ifPresent(api -> json.put(API, api));
        return json;
    }

    private static Map<String, Object> json(Part part) {
        Map<String, Object> json = new LinkedHashMap<>();
        part.from().ifPresent(start -> json.put("start", start.toString()));
        if (!part.to().equals(part.end())) {
            json.put("to", part.to().toString());
        }
        json.put("end", part.end().toString());
        part.lastId().ifPresent(id -> json.put("last_id", id));
        if (part.limit() > 0) {
            json.put("limit", part.limit());
        }
        part.job()
                .ifPresent(job -> json.put(
                        "job",
                        Map.of(
                                "id", job.id(),
                                "api", job.api(),
                                "query_hash", job.queryHash(),
                                "submitted_at", job.submittedAt().toString())));
        return json;
    }

    private static Optional<Part> part(boolean whole, Map<?, ?> json) {
        Optional<Instant> end = instant(json.get("end"));
        int limit = json.get("limit") instanceof Number number ? number.intValue() : 0;
        return end.map(last -> new Part(
                whole,
                instant(json.get("start")),
                instant(json.get("to")).orElse(last),
                last,
                text(json.get("last_id")),
                limit,
                job(map(json.get("job")))));
    }

    private static Optional<JobMark> job(Map<?, ?> json) {
        Optional<Instant> submitted = instant(json.get("submitted_at"));
        Optional<String> id = text(json.get("id"));
        Optional<String> api = text(json.get("api"));
        Optional<String> hash = text(json.get("query_hash"));
        return id.isPresent() && api.isPresent() && hash.isPresent() && submitted.isPresent()
                ? Optional.of(new JobMark(id.get(), api.get(), hash.get(), submitted.get()))
                : Optional.empty();
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Instant> instant(@Nullable Object value) {
        try {
            return value instanceof String text ? Optional.of(Instant.parse(text)) : Optional.empty();
        } catch (DateTimeException foreign) {
            return Optional.empty();
        }
    }
}
