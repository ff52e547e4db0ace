package bizops.dist.upgrade;

import bizops.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All rows of what outlives loads and builds, as texts. Immutable.
 *
 * @param columns of each table, as they were when it was first read
 * @param rows of each table
 */
record Kept(Map<String, List<String>> columns, Map<String, List<String>> rows) {
    private static final String TABLES = "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
            + " WHERE schemaname IN ('bizops', 'history') OR schemaname LIKE 'raw%' ORDER BY 1";

    /** Reads every table of the schemas {@code bizops} and {@code history} and of those that begin with {@code raw}, but for columns of some names. */
    static Kept read(TestDatabase database, String... without) throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String table : texts(statement, TABLES)) {
                columns.put(table, columns(statement, table, Set.of(without)));
            }
        }
        return new Kept(columns, Map.of()).again(database);
    }

    /** The same tables and columns as they are now. */
    Kept again(TestDatabase database) throws SQLException {
        Map<String, List<String>> now = new TreeMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, List<String>> table : columns.entrySet()) {
                now.put(
                        table.getKey(),
                        texts(
                                statement,
                                "SELECT jsonb_build_array(" + String.join(", ", table.getValue()) + ")::text FROM "
                                        + table.getKey()));
            }
        }
        return new Kept(columns, now);
    }

    /** Rows that are no more as they were, each with its table; those of some tables aside. */
    List<String> lostIn(Kept later, Set<String> aside) {
        List<String> lost = new ArrayList<>();
        rows.forEach((table, before) -> {
            Set<String> gone = new TreeSet<>(before);
            later.rows().getOrDefault(table, List.of()).forEach(gone::remove);
            if (!aside.contains(table)) {
                gone.forEach(row -> lost.add(table + " " + row));
            }
        });
        return lost;
    }

    int size() {
        return rows.values().stream().mapToInt(List::size).sum();
    }

    private static List<String> columns(Statement statement, String table, Set<String> without) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT * FROM " + table + " LIMIT 0")) {
            ResultSetMetaData found = row.getMetaData();
            for (int at = 1; at <= found.getColumnCount(); at++) {
                if (!without.contains(found.getColumnName(at))) {
                    names.add(statement.enquoteIdentifier(found.getColumnName(at), true));
                }
            }
        }
        return names;
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
