package bizops.sandbox.zuora.data;

import bizops.sandbox.copies.Copies;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one Zuora tenant. Every write stamps the row with the clock, to the second, and is visible from its commit
 * on. Not thread-safe: callers on several threads hold the lock of the company.
 */
public final class Tenant {
    /** Deleted rows can be reported for this long. */
    public static final Duration BIN = Duration.ofDays(30);

    private static final String USER = "2c92a0fd5b1d3a5e015b2c0e9f0a0001";

    private final Schema schema;
    private final Supplier<Instant> clock;
    private final Ids ids;
    private final Map<String, Map<String, Row>> tables = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Object>>> copies = new HashMap<>();
    private Supplier<Duration> commitDelay = () -> Duration.ZERO;
    private Duration transaction = Duration.ZERO;

    public Tenant(Schema schema, long seed, Supplier<Instant> clock) {
        this.schema = schema;
        this.clock = clock;
        this.ids = new Ids(seed);
        schema.objects().forEach(type -> tables.put(type.name(), new TreeMap<>()));
    }

    public Schema schema() {
        return schema;
    }

    public Instant now() {
        return clock.get();
    }

    /** All rows of an object in order of id, deleted ones and those not committed yet too. */
    public Collection<Row> rows(String object) {
        return Collections.unmodifiableCollection(table(object).values());
    }

    /** Whether every write has been committed, so that whoever reads now reads all. */
    public boolean isCommitted() {
        return tables.values().stream()
                .flatMap(table -> table.values().stream())
                .allMatch(row -> row.isCommitted(now()));
    }

    public @Nullable Row find(String object, @Nullable String id) {
        return id == null ? null : table(object).get(id);
    }

    /**
     * From now on exports answer with so many rows more, each like one of those that there are, spread over the time from
     * the first of these to now.
     */
    public void addCopies(String object, int count) {
        ObjectType type = schema.get(object);
        List<Map<String, Object>> patterns = rows(object).stream()
                .filter(row -> !row.isDeleted())
                .map(Row::values)
                .toList();
        Instant first = patterns.stream()
                .map(row -> (Instant) row.getOrDefault("CreatedDate", now()))
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalArgumentException("there is no " + type.name() + " to make copies of"));
        Duration span = Duration.between(first, now());
        copies.put(
                type.name(),
                new Copies(patterns, count, first, span, "Id", ids::computed, Set.of("CreatedDate", "UpdatedDate")));
    }

    /** The computed rows of an object, most often none. */
    public List<Map<String, Object>> copies(String object) {
        return copies.getOrDefault(schema.get(object).name(), List.of());
    }

    /** The next number of a series, for example of {@code INV}. */
    public String number(String prefix) {
        return ids.number(prefix);
    }

    /** How long after its stamp each next write becomes visible, besides what {@link #slowly} adds. */
    public void setCommitDelay(Supplier<Duration> delay) {
        commitDelay = delay;
    }

    /** What this writes is stamped now and committed at the end of a transaction that takes so long. */
    public void slowly(Duration takes, Runnable writes) {
        transaction = takes;
        try {
            writes.run();
        } finally {
            transaction = Duration.ZERO;
        }
    }

    /** Adds a row with a new id (or the id given) and the audit fields that it does not bring. */
    public Row insert(String object, Map<String, ?> given) {
        ObjectType type = schema.get(object);
        Map<String, Object> values = new HashMap<>();
        given.forEach((key, value) -> put(values, key, value));
        Object id = values.computeIfAbsent("Id", key -> ids.next(now()));
        putAbsent(type, values, "CreatedDate", stamp());
        putAbsent(type, values, "CreatedById", USER);
        putAbsent(type, values, "UpdatedDate", stamp());
        putAbsent(type, values, "UpdatedById", USER);
        for (Field field : type.fields().values()) {
            if (field.type() == FieldType.BOOLEAN) {
                values.putIfAbsent(field.key(), false);
            }
        }
        values.put(Row.DELETED, false);
        Row row = new Row(type, id.toString());
        row.put(values, now(), commitAt());
        Row before = table(object).put(row.id(), row);
        if (before != null && !before.isDeleted()) {
            throw new IllegalArgumentException("there is a " + type.name() + " with id " + row.id() + " already");
        }
        return row;
    }

    /** Changes values of a row (null clears one) and stamps it, unless the change brings its own stamp. */
    public void update(Row row, Map<String, ? extends @Nullable Object> changed) {
        Map<String, Object> values = row.copy();
        if (row.type().has("UpdatedDate")) {
            values.put("UpdatedDate", stamp());
            values.put("UpdatedById", USER);
        }
        changed.forEach((key, value) -> put(values, key, value));
        row.put(values, now(), commitAt());
    }

    /** Changes values of a row and leaves its stamp, as Zuora does with what it computes by itself. */
    public void updateUnstamped(Row row, Map<String, ? extends @Nullable Object> changed) {
        Map<String, Object> values = row.copy();
        changed.forEach((key, value) -> put(values, key, value));
        row.put(values, now(), commitAt());
    }

    /** Deletes a row: from now on it is only reported to those who ask for deleted rows, and not for ever. */
    public void delete(Row row) {
        if (!row.isDeleted()) {
            update(row, Map.of(Row.DELETED, true));
            row.delete(now());
        }
    }

    /** Brings a deleted row back. */
    public void restore(Row row) {
        row.restore();
        update(row, Map.of(Row.DELETED, false));
    }

    /** When a deleted row can no longer be reported; null for a live row. */
    public static @Nullable Instant goneAt(Row row) {
        Instant deletedAt = row.deletedAt();
        return deletedAt == null ? null : deletedAt.plus(BIN);
    }

    private Map<String, Row> table(String object) {
        return Objects.requireNonNull(tables.get(schema.get(object).name()));
    }

    private Instant stamp() {
        return now().truncatedTo(ChronoUnit.SECONDS);
    }

    private Instant commitAt() {
        return now().plus(transaction).plus(commitDelay.get());
    }

    private static void put(Map<String, Object> values, String key, @Nullable Object value) {
        if (value == null) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
    }

    private static void putAbsent(ObjectType type, Map<String, Object> values, String key, Object value) {
        if (type.has(key)) {
            values.putIfAbsent(key, value);
        }
    }
}
