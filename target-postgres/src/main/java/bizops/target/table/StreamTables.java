package bizops.target.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where streams go. Immutable.
 *
 * @param splits whether a stream's name is {@code schema-table} or {@code database-schema-table}
 * @param mapping the target schema of each source schema
 * @param schema of streams that the mapping does not name; empty to take the one in the name
 */
public record StreamTables(NameCase nameCase, boolean splits, Map<String, String> mapping, Optional<String> schema) {
    private static final String LAST_RESORT = "public";

    public StreamTables {
        mapping = Map.copyOf(mapping);
    }

    /** The table of a stream. */
    public TableName of(String stream) {
        List<String> parts = splits ? parts(stream) : List.of();
        if (parts.isEmpty()) {
            return new TableName(schema.orElse(LAST_RESORT), nameCase.table(stream));
        }
        String source = parts.get(0);
        String mapped = mapping.get(source);
        String target = mapped != null ? mapped : schema.orElseGet(() -> nameCase.table(source));
        return new TableName(target, nameCase.table(parts.get(1)));
    }

    /** A table of the target's own, beside those of streams whose name has no schema. */
    public TableName own(String table) {
        return new TableName(schema.orElse(LAST_RESORT), table);
    }

    /** The source schema and the table; empty where the name has no schema. */
    private static List<String> parts(String stream) {
        List<String> all = new ArrayList<>(List.of(stream.split("-", -1)));
        if (all.size() == 1 || all.contains("")) {
            return List.of();
        }
        if (all.size() > 2) {
            all.remove(0);
        }
        return List.of(all.get(0), String.join("_", all.subList(1, all.size())));
    }
}
