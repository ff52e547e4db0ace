package bizops.sandbox.marketo.data;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person; owned by the org's lock. A version of its values never changes, and a null value is absent from it. */
public final class Lead {
    private final long id;
    private Map<String, Object> values;
    private Instant changedAt;
    private @Nullable Instant goneAt;
    private @Nullable Long mergedInto;

    Lead(long id, Map<String, Object> values, Instant now) {
        this.id = id;
        this.values = Map.copyOf(values);
        this.changedAt = now;
    }

    public long id() {
        return id;
    }

    /** Its newest values by REST name. */
    public Map<String, Object> values() {
        return values;
    }

    public @Nullable String text(String field) {
        return (String) values.get(field);
    }

    public boolean is(String field) {
        return Boolean.TRUE.equals(values.get(field));
    }

    /** When any field changed last, which bulk filters go by; the visible updatedAt may be older. */
    public Instant changedAt() {
        return changedAt;
    }

    /** When it was deleted or lost a merge, or null. */
    public @Nullable Instant goneAt() {
        return goneAt;
    }

    /** The winner of the merge that it lost, or null. */
    public @Nullable Long mergedInto() {
        return mergedInto;
    }

    public boolean exists() {
        return goneAt == null;
    }

    void change(Map<String, ? extends @Nullable Object> changes, Instant now) {
        Map<String, Object> all = new HashMap<>(values);
        changes.forEach((name, value) -> {
            if (value == null) {
                all.remove(name);
            } else {
                all.put(name, value);
            }
        });
        values = Map.copyOf(all);
        changedAt = now;
    }

    void remove(Instant now, @Nullable Long winner) {
        goneAt = now;
        mergedInto = winner;
    }
}
