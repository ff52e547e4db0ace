package bizops.target.table;

import bizops.singer.error.LoadException;
import bizops.target.table.ExistingTable.ExistingColumn;
import bizops.target.table.ExistingTable.PrimaryKey;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads tables out of the server's catalog. */
public final class Catalog {
    private static final String RELATION = """
            SELECT c.oid, c.relkind FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE (n.nspname = ? OR (? = 'pg_temp' AND n.oid = pg_my_temp_schema())) AND c.relname = ?""";
    private static final String COLUMNS = """
            SELECT a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull,
                a.atthasdef OR a.attidentity <> '', pg_catalog.col_description(a.attrelid, a.attnum),
                pg_catalog.obj_description(a.attrelid, 'pg_class')
            FROM pg_catalog.pg_attribute a
            WHERE a.attrelid = ?::oid AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attnum""";
    private static final String INDEXES = """
            SELECT i.indisunique AND i.indisvalid AND i.indimmediate, c.conname,
                array_agg(a.attname::text ORDER BY k.place)
            FROM pg_catalog.pg_index i
            CROSS JOIN LATERAL unnest(i.indkey::smallint[]) WITH ORDINALITY AS k (attnum, place)
            JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
            LEFT JOIN pg_catalog.pg_constraint c ON c.conindid = i.indexrelid AND c.contype = 'p'
            WHERE i.indrelid = ?::oid AND i.indpred IS NULL AND i.indexprs IS NULL AND k.place <= i.indnkeyatts
            GROUP BY i.indexrelid, i.indisunique, i.indisvalid, i.indimmediate, c.conname""";

    private Catalog() {}

    /** The table, or empty if there is none of that name. */
    public static Optional<ExistingTable> read(Connection connection, TableName name) throws SQLException {
        Long oid = oid(connection, name);
        if (oid == null) {
            return Optional.empty();
        }
        PrimaryKey primaryKey = null;
        List<Set<String>> unique = new ArrayList<>();
        List<List<String>> indexes = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(INDEXES)) {
            query.setLong(1, oid);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    List<String> columns = texts(row.getArray(3));
                    String constraint = row.getString(2);
                    indexes.add(columns);
                    if (row.getBoolean(1)) {
                        unique.add(Set.copyOf(columns));
                    }
                    if (constraint != null) {
                        primaryKey = new PrimaryKey(constraint, columns);
                    }
                }
            }
        }
        return Optional.of(new ExistingTable(oid, columns(connection, oid), primaryKey, unique, indexes));
    }

    /** Whether a schema of that name exists. */
    public static boolean hasSchema(Connection connection, String schema) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = ?")) {
            query.setString(1, schema);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Whether a relation of any kind has that name. */
    public static boolean hasRelation(Connection connection, TableName name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(RELATION)) {
            query.setString(1, name.schema());
            query.setString(2, name.schema());
            query.setString(3, name.table());
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private static @Nullable Long oid(Connection connection, TableName name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(RELATION)) {
            query.setString(1, name.schema());
            query.setString(2, name.schema());
            query.setString(3, name.table());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                String kind = row.getString(2);
                if (!kind.equals("r") && !kind.equals("p")) {
                    throw LoadException.permanent(
                            name + " is no table but " + kind(kind) + "; rename it, or load into another schema", null);
                }
                return row.getLong(1);
            }
        }
    }

    private static Map<String, ExistingColumn> columns(Connection connection, long oid) throws SQLException {
        Map<String, ExistingColumn> columns = new LinkedHashMap<>();
        Map<String, String> properties = null;
        try (PreparedStatement query = connection.prepareStatement(COLUMNS)) {
            query.setLong(1, oid);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    if (properties == null) {
                        properties = TableComment.properties(row.getString(6));
                    }
                    String name = row.getString(1);
                    ColumnNote note = ColumnNote.read(row.getString(5));
                    columns.put(
                            name,
                            new ExistingColumn(
                                    ColumnType.named(row.getString(2)),
                                    row.getBoolean(3),
                                    row.getBoolean(4),
                                    note.property() == null ? new ColumnNote(properties.get(name), null) : note));
                }
            }
        }
        return columns;
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** A letter of {@code pg_class.relkind} in words. */
    private static String kind(String letter) {
        return switch (letter) {
            case "v" -> "a view";
            case "m" -> "a materialized view";
            case "S" -> "a sequence";
            case "i", "I" -> "an index";
            case "f" -> "a foreign table";
            default -> "something else (kind \"" + letter + "\")";
        };
    }
}
