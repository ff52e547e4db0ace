package bizops.sandbox.marketo.data;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person in a program; owned by the org's lock. A version of its values never changes; a null value is absent. */
public final class Member {
    private final long number;
    private final long programId;
    private final long leadId;
    private Map<String, Object> values;

    Member(long number, long programId, long leadId, Map<String, Object> values) {
        this.number = number;
        this.programId = programId;
        this.leadId = leadId;
        this.values = Map.copyOf(values);
    }

    /** The member's own number, which activity 104 names. */
    public long number() {
        return number;
    }

    public long programId() {
        return programId;
    }

    public long leadId() {
        return leadId;
    }

    public Map<String, Object> values() {
        return values;
    }

    public Instant updatedAt() {
        return (Instant) values.getOrDefault("updatedAt", Instant.EPOCH);
    }

    void change(Map<String, ? extends @Nullable Object> changes, Instant now) {
        Map<String, Object> all = new HashMap<>(values);
        changes.forEach((name, value) -> {
            if (value != null) {
                all.put(name, value);
            }
        });
        all.put("updatedAt", now);
        values = Map.copyOf(all);
    }
}
