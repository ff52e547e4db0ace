package bizops.sandbox.salesforce.data;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one org and its clock, which moves only when told. Every write stamps the row with the clock. Not
 * thread-safe: callers on several threads hold its monitor.
 */
public final class Org {
    /** Bin and deletion log keep what was deleted for this long. */
    public static final Duration BIN = Duration.ofDays(15);

    private static final long ID_STEP = 37;
    private static final long ID_SPACE = 218_340_105_584_896L;

    private final Schema schema;
    private final long seed;
    private final Instant start;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, Long> serials = new HashMap<>();
    private Instant now;
    private String actor = "";
    private Supplier<Duration> commitDelay = () -> Duration.ZERO;
    private final List<Pending> pending = new ArrayList<>();
    private long changes;
    private final List<Consumer<Change>> followers = new ArrayList<>();

    /**
     * What happened to a row: it was inserted (nothing before), changed (deletion to the bin too), or removed for good.
     *
     * @param before its values before, empty for a new row
     */
    public record Change(String object, Row row, Map<String, Object> before) {
        /** Whether a field has become true, or is so from the start. */
        public boolean becomes(String field) {
            return row.is(field) && !Boolean.TRUE.equals(before.get(field));
        }

        public boolean isInsert() {
            return before.isEmpty();
        }
    }

    /** A write that is stamped and not yet committed. */
    private record Pending(Instant stamp, Instant visibleAt) {}

    public Org(Schema schema, long seed, Instant start) {
        this.schema = schema;
        this.seed = seed;
        this.start = start;
        this.now = start;
        for (SObject type : schema.objects()) {
            tables.put(type.name(), new Table(type));
        }
    }

    public Schema schema() {
        return schema;
    }

    public Instant now() {
        return now;
    }

    /** Moves the clock; it never goes back. */
    public void setNow(Instant instant) {
        if (instant.isBefore(now)) {
            throw new IllegalArgumentException("the clock cannot go back from " + now + " to " + instant);
        }
        now = instant;
    }

    /** From now on tells of every change right after it; the follower must not change this org's rows meanwhile. */
    public void follow(Consumer<Change> follower) {
        followers.add(follower);
    }

    private void tell(String object, Row row, Map<String, Object> before) {
        changes++;
        Change change = new Change(object, row, before);
        followers.forEach(follower -> follower.accept(change));
    }

    /** The user who makes the changes from here on. */
    public void actAs(String userId) {
        actor = userId;
    }

    /** How long after its stamp each next write becomes visible. */
    public void setCommitDelay(Supplier<Duration> delay) {
        commitDelay = delay;
    }

    /** The instant up to which every change can be seen: now, or the oldest stamp that is not committed yet. */
    public Instant covered() {
        pending.removeIf(write -> !write.visibleAt().isAfter(now));
        return pending.stream()
                .map(Pending::stamp)
                .min(Comparator.naturalOrder())
                .orElse(now);
    }

    private Instant commitAt() {
        Duration delay = commitDelay.get();
        if (!delay.isZero()) {
            pending.add(new Pending(now, now.plus(delay)));
        }
        return now.plus(delay);
    }

    /** A number that grows with every change, for what is computed from rows. */
    public long changes() {
        return changes;
    }

    public Table table(String object) {
        return Objects.requireNonNull(tables.get(schema.get(object).name()));
    }

    /**
     * Adds rows that are computed when asked for, spread evenly from the org's first day to now.
     *
     * @throws IllegalArgumentException for objects whose rows are parts of others, or too many
     */
    public void addSeries(String object, int count) {
        Table table = table(object);
        Map<String, List<String>> targets = new HashMap<>();
        for (Table other : tables.values()) {
            targets.put(other.type().name(), other.rows().stream().map(Row::id).toList());
        }
        table.add(new Series(table.type(), count, start, Duration.between(start, now), targets));
    }

    /** Adds a row with a new id (or the id given) and the audit fields that it does not bring. */
    public Row insert(String object, Map<String, ?> given) {
        Table table = table(object);
        SObject type = table.type();
        Map<String, Object> values = new HashMap<>();
        given.forEach((field, value) -> put(values, field, value));
        values.computeIfAbsent("Id", key -> mint(type));
        // Nobody was there before the first user, who is said to have made itself.
        Object by = actor.isEmpty() ? values.get("Id") : actor;
        putAbsent(type, values, "IsDeleted", false);
        putAbsent(type, values, "CreatedDate", now);
        putAbsent(type, values, "CreatedById", by);
        putAbsent(type, values, "LastModifiedDate", values.getOrDefault("CreatedDate", now));
        putAbsent(type, values, "LastModifiedById", by);
        putAbsent(type, values, "SystemModstamp", now);
        for (Field field : type.fields().values()) {
            if (field.type() == FieldType.BOOLEAN && !field.calculated()) {
                values.putIfAbsent(field.name(), false);
            }
        }
        Row row = new Row((String) values.get("Id"), values, commitAt());
        table.add(row);
        tell(table.type().name(), row, Map.of());
        return row;
    }

    /** Changes fields of a row (null clears one) and stamps it. */
    public void update(Row row, String object, Map<String, ? extends @Nullable Object> changed) {
        Table table = table(object);
        Map<String, Object> before = row.copy();
        Map<String, Object> values = row.copy();
        changed.forEach((field, value) -> put(values, field, value));
        stamp(table.type(), values, changed);
        row.replace(values, now, commitAt());
        table.changed(row, changed);
        tell(table.type().name(), row, before);
    }

    /** Deletes a row and what hangs on it: to the bin, or for good where the object has no bin. */
    public void delete(Row row, String object) {
        Table table = table(object);
        if (row.is("IsDeleted") || row.goneAt() != null) {
            return;
        }
        cascade(row, object);
        table.log(new Table.Deletion(row.id(), now));
        if (table.type().hasBin()) {
            update(row, object, Map.of("IsDeleted", true));
        } else {
            remove(row, object);
        }
    }

    /** Removes a row for good, from the bin too. */
    public void purge(Row row, String object) {
        remove(row, object);
    }

    private void remove(Row row, String object) {
        row.remove(now);
        tell(object, row, row.copy());
    }

    private void cascade(Row row, String object) {
        for (Table child : tables.values()) {
            for (Field field : child.type().fields().values()) {
                if (field.cascade() && field.referenceTo().contains(object)) {
                    List<Row> children = child.referring(field.name(), row.id());
                    children.forEach(found -> delete(found, child.type().name()));
                }
            }
        }
    }

    private void stamp(SObject type, Map<String, Object> values, Map<String, ?> changed) {
        for (String field : List.of("LastModifiedDate", "SystemModstamp")) {
            if (type.has(field) && !changed.containsKey(field)) {
                values.put(field, now);
            }
        }
        if (type.has("LastModifiedById") && !changed.containsKey("LastModifiedById")) {
            values.put("LastModifiedById", actor);
        }
    }

    private String mint(SObject type) {
        long base = Math.floorMod(mix(seed ^ type.keyPrefix().hashCode()), ID_SPACE);
        long serial = serials.merge(type.keyPrefix(), 1L, Long::sum);
        return RecordId.of(type.keyPrefix(), instance(), base + serial * ID_STEP);
    }

    private String instance() {
        String digits = "ABCDEFGHJKLMNPQRSTUVWXYZ";
        int n = Math.floorMod(mix(seed), digits.length());
        return digits.charAt(n) + digits.substring(n, n + 1).toLowerCase(Locale.ROOT);
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static void put(Map<String, Object> values, String field, @Nullable Object value) {
        if (value == null) {
            values.remove(field);
        } else {
            values.put(field, value);
        }
    }

    private static void putAbsent(SObject type, Map<String, Object> values, String field, Object value) {
        if (type.has(field)) {
            values.putIfAbsent(field, value);
        }
    }
}
