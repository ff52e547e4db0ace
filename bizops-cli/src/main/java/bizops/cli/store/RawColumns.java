package bizops.cli.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Map;
import java.util.TreeMap;

/** The columns of raw tables, as they are and as they were last seen. Stateless. */
public final class RawColumns {
    private static final String NOW = """
            SELECT c.relname AS table_name, a.attname AS column_name, format_type(a.atttypid, a.atttypmod) AS data_type
            FROM pg_catalog.pg_attribute AS a JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid
                JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            WHERE n.nspname = ? AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
                AND left(a.attname, 5) <> '_sdc_' AND left(c.relname, 5) <> '_sdc_'""";
    private static final String BEFORE =
            "SELECT table_name, column_name, data_type FROM bizops.alert_column WHERE schema_name = ?";
    private static final String FORGET = "DELETE FROM bizops.alert_column WHERE schema_name = ?";
    private static final String REMEMBER =
            "INSERT INTO bizops.alert_column (schema_name, table_name, column_name, data_type) SELECT n.nspname, now.*"
                    + " FROM pg_catalog.pg_namespace AS n, (" + NOW + ") AS now WHERE n.nspname = ?";

    private RawColumns() {}

    /** Types by table and column, but for what target-postgres adds; empty without the schema. */
    public static Map<String, Map<String, String>> now(Store store, String schema) {
        return read(store, NOW, schema);
    }

    /** The same, as {@link #remember} saw it last. */
    public static Map<String, Map<String, String>> before(Store store, String schema) {
        return read(store, BEFORE, schema);
    }

    /** From now on this is how they were. */
    public static void remember(Store store, String schema) {
        boolean unused = store.ask(open -> {
            open.setAutoCommit(false);
            try (PreparedStatement delete = open.prepareStatement(FORGET);
                    PreparedStatement insert = open.prepareStatement(REMEMBER)) {
                delete.setString(1, schema);
                delete.executeUpdate();
                insert.setString(1, schema);
                insert.setString(2, schema);
                insert.executeUpdate();
                open.commit();
            } finally {
                open.rollback();
                open.setAutoCommit(true);
            }
            return true;
        });
    }

    private static Map<String, Map<String, String>> read(Store store, String sql, String schema) {
        return store.ask(open -> {
            Map<String, Map<String, String>> tables = new TreeMap<>();
            try (PreparedStatement query = open.prepareStatement(sql)) {
                query.setString(1, schema);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        tables.computeIfAbsent(row.getString("table_name"), none -> new TreeMap<>())
                                .put(row.getString("column_name"), row.getString("data_type"));
                    }
                }
            }
            return tables;
        });
    }
}
