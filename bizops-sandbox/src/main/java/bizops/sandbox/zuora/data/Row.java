package bizops.sandbox.zuora.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row with the versions that are not committed yet and the newest that is; owned by the tenant's lock. The map of a
 * version never changes and holds no nulls; related ids are under {@code Account.Id}.
 */
public final class Row {
    /** The key of the flag that a deletion sets. */
    public static final String DELETED = "Deleted";

    private record Version(Map<String, Object> values, Instant visibleAt) {}

    private final ObjectType type;
    private final String id;
    private final List<Version> versions = new ArrayList<>();
    private @Nullable Instant deletedAt;

    Row(ObjectType type, String id) {
        this.type = type;
        this.id = id;
    }

    public ObjectType type() {
        return type;
    }

    public String id() {
        return id;
    }

    /** The newest version, committed or not. */
    public Map<String, Object> values() {
        return versions.get(versions.size() - 1).values();
    }

    /** The version that a snapshot taken at this instant holds; null if nothing of the row is committed by then. */
    public @Nullable Map<String, Object> seenAt(Instant instant) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (!versions.get(i).visibleAt().isAfter(instant)) {
                return versions.get(i).values();
            }
        }
        return null;
    }

    boolean isCommitted(Instant now) {
        return !versions.get(versions.size() - 1).visibleAt().isAfter(now);
    }

    /** When the row was deleted, null for a live one. */
    public @Nullable Instant deletedAt() {
        return deletedAt;
    }

    void delete(Instant now) {
        deletedAt = now;
    }

    void restore() {
        deletedAt = null;
    }

    void put(Map<String, Object> values, Instant now, Instant visibleAt) {
        while (versions.size() > 1 && !versions.get(1).visibleAt().isAfter(now)) {
            versions.remove(0);
        }
        Instant last = versions.isEmpty()
                ? visibleAt
                : versions.get(versions.size() - 1).visibleAt();
        versions.add(new Version(Map.copyOf(values), last.isAfter(visibleAt) ? last : visibleAt));
    }

    /** Changes a value in every version: to that which is given where it has none, or to none where that is null. */
    void reset(String key, @Nullable Object value) {
        versions.replaceAll(version -> {
            Map<String, Object> values = new HashMap<>(version.values());
            if (value == null) {
                values.remove(key);
            } else {
                values.putIfAbsent(key, value);
            }
            return new Version(Map.copyOf(values), version.visibleAt());
        });
    }

    /** A changeable copy of the newest version. */
    public Map<String, Object> copy() {
        return new HashMap<>(values());
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    public @Nullable String text(String key) {
        return (String) values().get(key);
    }

    /** A number, zero where there is none. */
    public BigDecimal number(String key) {
        return (BigDecimal) values().getOrDefault(key, BigDecimal.ZERO);
    }

    public @Nullable LocalDate date(String key) {
        return (LocalDate) values().get(key);
    }

    public boolean is(String key) {
        return Boolean.TRUE.equals(values().get(key));
    }
}
