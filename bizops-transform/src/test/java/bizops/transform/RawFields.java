package bizops.transform;

import bizops.singer.config.Problems;
import bizops.transform.config.Mapping;
import bizops.transform.config.MappingFile;
import bizops.transform.staging.ColumnType;
import bizops.transform.staging.StagingTable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The raw columns that staging reads and that a warehouse has, found by what staging takes them for. */
final class RawFields {
    private static final Mapping DEFAULTS = new MappingFile(Path.of("no", "mapping.yml")).read(new Problems());

    private RawFields() {}

    /** A column as it stands in the database; {@code stagingColumn} is what it fills. */
    record RawField(StagingTable table, String stagingColumn, String schema, String relation, String column) {
        boolean isKey() {
            return table.key().contains(stagingColumn);
        }

        String relationPath() {
            return schema + ".\"" + relation + "\"";
        }
    }

    /** Those of a type, each once, in lower case as the text landing has them. */
    static List<RawField> of(Warehouse warehouse, ColumnType type) throws SQLException {
        Set<String> existing =
                new TreeSet<>(warehouse.rows("select table_schema || '.' || table_name || '.' || column_name"
                        + " from information_schema.columns where table_schema like 'raw\\_%'"));
        List<RawField> fields = new ArrayList<>();
        for (StagingTable table : StagingTable.all()) {
            table.columns().forEach((name, column) -> {
                for (String vendorName : vendorNames(column)) {
                    RawField field = new RawField(
                            table,
                            name,
                            "raw_" + table.vendor(),
                            table.object().toLowerCase(Locale.ROOT),
                            vendorName.toLowerCase(Locale.ROOT));
                    if (column.type() == type
                            && existing.contains(field.schema() + "." + field.relation() + "." + field.column())) {
                        fields.add(field);
                    }
                }
            });
        }
        return fields;
    }

    static List<String> vendorNames(StagingTable.Column column) {
        if (column.map() != null) {
            return DEFAULTS.of(column.map()).columns();
        }
        return column.from() == null ? List.of() : column.from();
    }

    /** Writes each column of a type anew, {@code ?} in the expression being its text. */
    static void rewrite(Warehouse warehouse, ColumnType type, String expression) throws SQLException {
        for (String column : columns(warehouse, type)) {
            String relation = column.substring(0, column.lastIndexOf('.'));
            String name = column.substring(relation.length() + 1);
            warehouse.execute("update " + relation + " set " + name + " = " + expression.replace("?", name + "::text"));
        }
    }

    /** Writes each value of a type in one of several spellings, another one from row to row. */
    static void rewriteInTurns(Warehouse warehouse, ColumnType type, String... expressions) throws SQLException {
        rewrite(
                warehouse,
                type,
                "case when ? <> '' then (array[" + String.join(", ", expressions)
                        + "])[1 + mod((ctid::text::point)[1]::int, " + expressions.length + ")] else ? end");
    }

    /** Gives each column of a type another type. */
    static void retype(Warehouse warehouse, ColumnType type, String sqlType) throws SQLException {
        for (String column : columns(warehouse, type)) {
            String relation = column.substring(0, column.lastIndexOf('.'));
            String name = column.substring(relation.length() + 1);
            warehouse.execute("alter table " + relation + " alter column " + name + " type " + sqlType + " using "
                    + name + "::" + sqlType);
        }
    }

    /** A column may fill two of staging. */
    private static Set<String> columns(Warehouse warehouse, ColumnType type) throws SQLException {
        Set<String> columns = new TreeSet<>();
        of(warehouse, type).forEach(field -> columns.add(field.relationPath() + ".\"" + field.column() + "\""));
        return columns;
    }
}
