package bizops.dist;

import bizops.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every row of a loaded table, each value as text that does not depend on how the database writes its type. */
public final class TableRows {
    private TableRows() {}

    /**
     * The rows by key; none where there is no such table.
     *
     * @param key columns whose values, joined by {@code |}, name a row
     */
    public static Map<String, Map<String, @Nullable String>> read(
            TestDatabase database, String schema, String table, List<String> key) throws SQLException {
        Map<String, Map<String, @Nullable String>> found = new TreeMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            String name = schema + "." + statement.enquoteIdentifier(table, true);
            if (!isThere(statement, name)) {
                return found;
            }
            try (ResultSet rows = statement.executeQuery("SELECT * FROM " + name)) {
                while (rows.next()) {
                    List<String> values = new ArrayList<>();
                    for (String column : key) {
                        values.add(String.valueOf(rows.getString(column)));
                    }
                    found.put(String.join("|", values), row(rows));
                }
            }
        }
        return found;
    }

    private static boolean isThere(Statement statement, String name) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("SELECT to_regclass(" + statement.enquoteLiteral(name) + ") IS NOT NULL")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static Map<String, @Nullable String> row(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        Map<String, @Nullable String> row = new HashMap<>();
        for (int at = 1; at <= columns.getColumnCount(); at++) {
            row.put(columns.getColumnName(at), text(rows, columns.getColumnTypeName(at), at));
        }
        return row;
    }

    private static @Nullable String text(ResultSet rows, String type, int at) throws SQLException {
        if (rows.getObject(at) == null) {
            return null;
        }
        return switch (type) {
            case "timestamptz" ->
                rows.getObject(at, OffsetDateTime.class).toInstant().toString();
            case "numeric" -> rows.getBigDecimal(at).stripTrailingZeros().toPlainString();
            case "bool" -> Boolean.toString(rows.getBoolean(at));
            default -> rows.getString(at);
        };
    }
}
