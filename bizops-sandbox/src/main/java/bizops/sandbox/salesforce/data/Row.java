package bizops.sandbox.salesforce.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record, with the version before it for as long as the newest is not committed; owned by the org's lock. A null
 * value is absent from the map.
 */
public final class Row {
    private final String id;
    private Map<String, Object> values;
    private Instant visibleAt;
    private @Nullable Map<String, Object> before;
    private @Nullable Instant goneAt;

    Row(String id, Map<String, Object> values, Instant visibleAt) {
        this.id = id;
        this.values = values;
        this.visibleAt = visibleAt;
    }

    public String id() {
        return id;
    }

    /** The newest version, committed or not. */
    public Map<String, Object> values() {
        return values;
    }

    /** The version that a reader sees at this instant; null if there is none yet or the row is gone. */
    public @Nullable Map<String, Object> seenAt(Instant now) {
        if (goneAt != null) {
            return null;
        }
        return visibleAt.isAfter(now) ? before : values;
    }

    /** When the newest version becomes visible. */
    Instant visibleAt() {
        return visibleAt;
    }

    /** When the row was removed for good, or null. */
    public @Nullable Instant goneAt() {
        return goneAt;
    }

    void replace(Map<String, Object> newValues, Instant now, Instant newVisibleAt) {
        before = visibleAt.isAfter(now) ? before : values;
        values = newValues;
        visibleAt = newVisibleAt;
    }

    /**
     * Calls a value otherwise in every version.
     *
     * @param to null where the field is gone, and its values with it
     */
    void rename(String from, @Nullable String to) {
        values = renamed(values, from, to);
        before = before == null ? null : renamed(before, from, to);
    }

    private static Map<String, Object> renamed(Map<String, Object> version, String from, @Nullable String to) {
        Map<String, Object> renamed = new HashMap<>(version);
        Object value = renamed.remove(from);
        if (value != null && to != null) {
            renamed.put(to, value);
        }
        return renamed;
    }

    /** Gives a value to every version that lacks it. */
    void fill(String field, Object value) {
        values = filled(values, field, value);
        before = before == null ? null : filled(before, field, value);
    }

    private static Map<String, Object> filled(Map<String, Object> version, String field, Object value) {
        Map<String, Object> filled = new HashMap<>(version);
        filled.putIfAbsent(field, value);
        return filled;
    }

    void remove(Instant now) {
        goneAt = now;
    }

    /** A changeable copy of the newest version. */
    Map<String, Object> copy() {
        return new HashMap<>(values);
    }

    public @Nullable String text(String field) {
        return (String) values.get(field);
    }

    public @Nullable BigDecimal number(String field) {
        return (BigDecimal) values.get(field);
    }

    public @Nullable LocalDate date(String field) {
        return (LocalDate) values.get(field);
    }

    public @Nullable Instant instant(String field) {
        return (Instant) values.get(field);
    }

    public boolean is(String field) {
        return Boolean.TRUE.equals(values.get(field));
    }
}
