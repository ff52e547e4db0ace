package bizops.report.metabase;

import bizops.singer.error.ConfigException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A database that Metabase knows ({@code GET /api/database}), and the columns of its marts. Immutable.
 *
 * @param fields by {@code table.column}
 */
record MetabaseDatabase(long id, String schema, Map<String, FilterField> fields) {
    /**
     * Finds it.
     *
     * @param name what Metabase calls it; null for the only one of PostgreSQL
     * @param schema of the marts
     */
    static MetabaseDatabase find(MetabaseApi api, @Nullable String name, String schema) {
        List<Map<String, @Nullable Object>> all = api.list("/api/database");
        List<Map<String, @Nullable Object>> fit = all.stream()
                .filter(one -> name == null ? "postgres".equals(one.get("engine")) : name.equals(one.get("name")))
                .toList();
        if (fit.size() != 1) {
            String known =
                    all.stream().map(one -> "\"" + one.get("name") + "\"").collect(Collectors.joining(", "));
            throw new ConfigException(
                    name == null
                            ? "Metabase has " + fit.size()
                                    + " databases of PostgreSQL: name the one with the marts by --database; it knows "
                                    + known
                            : "--database: Metabase has no database \"" + name + "\"; it knows " + known);
        }
        long id = MetabaseApi.id(fit.get(0));
        return new MetabaseDatabase(id, schema, fields(api.get("/api/database/" + id + "/metadata"), schema));
    }

    private static Map<String, FilterField> fields(Map<String, @Nullable Object> metadata, String schema) {
        Map<String, FilterField> fields = new HashMap<>();
        for (Map<String, @Nullable Object> table : MetabaseApi.objects(metadata.get("tables"))) {
            if (schema.equals(table.get("schema"))) {
                for (Map<String, @Nullable Object> field : MetabaseApi.objects(table.get("fields"))) {
                    fields.put(
                            table.get("name") + "." + field.get("name"),
                            new FilterField(
                                    MetabaseApi.id(field),
                                    String.valueOf(field.get("base_type")).startsWith("type/Date")));
                }
            }
        }
        return fields;
    }

    FilterField field(String column) {
        return Optional.ofNullable(fields.get(column))
                .orElseThrow(() -> new ConfigException("Metabase knows no column " + schema + "." + column
                        + ": build the marts, let its role read them (bizops-transform grants), then Admin > Databases >"
                        + " Sync database schema now"));
    }
}
