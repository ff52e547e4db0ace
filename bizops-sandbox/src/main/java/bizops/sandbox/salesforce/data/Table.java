package bizops.sandbox.salesforce.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of one object in order of id, and the log of deletions; owned by the org's lock. */
public final class Table {
    /** One deletion, soft or hard, as getDeleted reports it. */
    public record Deletion(String id, Instant at) {}

    private final SObject type;
    private final Map<String, Row> rows = new TreeMap<>();
    private final List<Deletion> deletions = new ArrayList<>();
    private final Map<String, Map<String, Set<Row>>> indexes = new HashMap<>();
    private @Nullable Series series;

    Table(SObject type) {
        this.type = type;
    }

    public SObject type() {
        return type;
    }

    /** All stored rows, the deleted and removed ones too. */
    public Collection<Row> rows() {
        return Collections.unmodifiableCollection(rows.values());
    }

    /** Rows that are computed when asked for; null without such. */
    public @Nullable Series series() {
        return series;
    }

    void add(Series computed) {
        series = computed;
    }

    /** What a reader sees at an instant of the row with this id, stored or computed; null if there is none. */
    public @Nullable Map<String, Object> seen(@Nullable String id, Instant now) {
        Row row = find(id);
        if (row != null) {
            return row.seenAt(now);
        }
        return series == null || id == null ? null : series.find(id);
    }

    /** The stored row with this 15 or 18 character id, or null. */
    public @Nullable Row find(@Nullable String id) {
        return id == null ? null : rows.get(RecordId.shortForm(id));
    }

    public List<Deletion> deletions() {
        return Collections.unmodifiableList(deletions);
    }

    /** The rows that refer to an id by a field, newest versions, in order of id. */
    public List<Row> referring(String field, String id) {
        return index(field).getOrDefault(id, Set.of()).stream()
                .filter(row -> id.equals(row.values().get(field)))
                .sorted(Comparator.comparing(Row::id))
                .toList();
    }

    void add(Row row) {
        rows.put(RecordId.shortForm(row.id()), row);
        indexes.forEach((field, index) -> put(index, field, row));
    }

    void changed(Row row, Map<String, ?> changes) {
        indexes.forEach((field, index) -> {
            if (changes.containsKey(field)) {
                put(index, field, row);
            }
        });
    }

    void log(Deletion deletion) {
        deletions.add(deletion);
    }

    private Map<String, Set<Row>> index(String field) {
        Map<String, Set<Row>> index = indexes.get(field);
        if (index == null) {
            index = new HashMap<>();
            for (Row row : rows.values()) {
                put(index, field, row);
            }
            indexes.put(field, index);
        }
        return index;
    }

    private static void put(Map<String, Set<Row>> index, String field, Row row) {
        if (row.values().get(field) instanceof String target) {
            index.computeIfAbsent(target, key -> new LinkedHashSet<>()).add(row);
        }
    }
}
