package bizops.dist;

import bizops.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a load left in the raw schema. */
public final class LoadedTables {
    private static final String SCHEMA = "raw_salesforce";
    /** The data columns only: when and in which batch a row came differs from run to run. */
    private static final String ROWS = """
            SELECT (SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(t)) WHERE key NOT LIKE '\\_sdc\\_%%')::text
              FROM %s.%s t ORDER BY 1
            """;

    private LoadedTables() {}

    /** Every row of the raw tables as text, by table, in a fixed order. */
    static Map<String, List<String>> rows(TestDatabase database) throws SQLException {
        return rows(database, SCHEMA);
    }

    /** Every row of a schema's tables. */
    public static Map<String, List<String>> rows(TestDatabase database, String schema) throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement, schema)) {
                rows.put(table, strings(statement, ROWS.formatted(schema, statement.enquoteIdentifier(table, true))));
            }
        }
        return rows;
    }

    static long count(TestDatabase database) throws SQLException {
        return rows(database).values().stream().mapToLong(List::size).sum();
    }

    /** The ids in one table. */
    static List<String> ids(TestDatabase database, String table) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            return strings(statement, "SELECT id FROM " + SCHEMA + "." + statement.enquoteIdentifier(table, true));
        }
    }

    /** Rows of a stream that changed at {@code from} or later. */
    static long since(TestDatabase database, String stream, String from) throws SQLException {
        return count(database, stream, "systemmodstamp >= ?::timestamptz", from);
    }

    /** Rows behind the one with this stamp and id, and those that changed at {@code settled} or later. */
    static long behind(TestDatabase database, String stream, String stamp, String id, String settled)
            throws SQLException {
        String behind = "(systemmodstamp, id COLLATE \"C\") > (?::timestamptz, ?) OR systemmodstamp >= ?::timestamptz";
        return count(database, stream, behind, stamp, id, settled);
    }

    private static long count(TestDatabase database, String stream, String condition, String... values)
            throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("SELECT count(*) FROM " + SCHEMA + "."
                        + stream.toLowerCase(Locale.ROOT) + " WHERE " + condition)) {
            for (int at = 0; at < values.length; at++) {
                query.setString(at + 1, values[at]);
            }
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static List<String> tables(Statement statement, String schema) throws SQLException {
        return strings(
                statement,
                "SELECT table_name FROM information_schema.tables WHERE table_schema = '" + schema
                        + "' AND table_type = 'BASE TABLE' ORDER BY 1");
    }

    private static List<String> strings(Statement statement, String query) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                strings.add(String.valueOf(rows.getString(1)));
            }
        }
        return strings;
    }
}
