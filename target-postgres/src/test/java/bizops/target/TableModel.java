package bizops.target;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a table must hold, told message by message over a plain map: slow, obvious, and not a line of SQL. */
final class TableModel {
    private final boolean hardDelete;
    private final boolean keepAbsent;
    private final Map<Integer, Row> rows = new TreeMap<>();
    private final Set<Long> loaded = new HashSet<>();
    private long highest = Long.MIN_VALUE;

    TableModel(boolean hardDelete, boolean keepAbsent) {
        this.hardDelete = hardDelete;
        this.keepAbsent = keepAbsent;
    }

    private static final class Row {
        private @Nullable String a;
        private @Nullable String b;
        private @Nullable Long version;
        private boolean deleted;
    }

    /** One message. */
    sealed interface Message {
        /** As the target reads it. */
        String line();
    }

    /** A record with some of its fields; {@code a} and {@code b} are JSON, null where the record does not have them. */
    record Put(
            int id,
            @Nullable String a,
            @Nullable String b,
            boolean delete,
            @Nullable Long version) implements Message {
        @Override
        public String line() {
            List<String> members = new ArrayList<>(List.of("\"id\":" + id));
            if (a != null) {
                members.add("\"a\":" + a);
            }
            if (b != null) {
                members.add("\"b\":" + b);
            }
            if (delete) {
                members.add("\"_sdc_deleted_at\":\"2024-01-01T00:00:00Z\"");
            }
            return "{\"type\":\"RECORD\",\"stream\":\"s\"," + (version == null ? "" : "\"version\":" + version + ",")
                    + "\"record\":{" + String.join(",", members) + "}}";
        }
    }

    /** ACTIVATE_VERSION. */
    record Activate(long version) implements Message {
        @Override
        public String line() {
            return "{\"type\":\"ACTIVATE_VERSION\",\"stream\":\"s\",\"version\":" + version + "}";
        }
    }

    /** A new run begins: what was loaded or activated is told by the table alone. */
    void begin() {
        loaded.clear();
        highest = Long.MIN_VALUE;
    }

    void take(Message message) {
        if (message instanceof Put put) {
            put(put);
        } else if (message instanceof Activate activate) {
            activate(activate.version());
        }
    }

    private void put(Put put) {
        if (put.version() != null) {
            loaded.add(put.version());
        }
        if (put.delete() && hardDelete) {
            rows.remove(put.id());
            return;
        }
        Row row = rows.computeIfAbsent(put.id(), id -> new Row());
        boolean whole = !put.delete() && !keepAbsent;
        if (put.a() != null || whole) {
            row.a = value(put.a());
        }
        if (put.b() != null || whole) {
            row.b = value(put.b());
        }
        row.version = put.version();
        row.deleted = put.delete();
    }

    private static @Nullable String value(@Nullable String json) {
        return json == null || json.equals("null") ? null : json;
    }

    private void activate(long version) {
        boolean newer = rows.values().stream().anyMatch(row -> row.version != null && row.version > version);
        if (newer || highest > version) {
            return;
        }
        highest = version;
        boolean empties = hardDelete
                && !loaded.contains(version)
                && rows.values().stream().noneMatch(row -> row.version != null && row.version >= version);
        rows.values().removeIf(row -> {
            boolean old = row.version == null ? loaded.contains(version) || empties : row.version < version;
            if (old) {
                row.deleted = true;
            }
            return old && hardDelete;
        });
    }

    /** The rows as {@code SELECT id, a, b, _sdc_deleted_at IS NOT NULL, _sdc_table_version} gives them, by id. */
    List<List<@Nullable String>> rows() {
        List<List<@Nullable String>> all = new ArrayList<>();
        rows.forEach((id, row) -> {
            List<@Nullable String> one = new ArrayList<>();
            one.add(id.toString());
            one.add(row.a);
            one.add(row.b);
            one.add(row.deleted ? "t" : "f");
            one.add(row.version == null ? null : row.version.toString());
            all.add(one);
        });
        return all;
    }
}
