package bizops.report.cube;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The comments of the columns of a schema, which say what they mean. */
final class Comments {
    private static final String SQL = """
            select c.relname || '.' || a.attname, d.description
            from pg_description d
            join pg_class c on c.oid = d.objoid
            join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid
            join pg_namespace n on n.oid = c.relnamespace
            where d.classoid = 'pg_class'::regclass and n.nspname = ?""";

    private Comments() {}

    /** By {@code table.column}. */
    static Map<String, String> read(Connection connection, String schema) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, schema);
            Map<String, String> comments = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    comments.put(row.getString(1), row.getString(2));
                }
            }
            return comments;
        }
    }
}
