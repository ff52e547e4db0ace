package bizops.singer.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The table {@code bizops.ddl_log}: what loads made of the database, in the transaction that made it. */
public final class DdlLog {
    private static final int SINCE = 6;
    private static final String INSERT =
            "INSERT INTO bizops.ddl_log (run_id, stream, schema_name, table_name, statement)"
                    + " SELECT ?, ?, ?, ?, s.text FROM unnest(?) WITH ORDINALITY AS s (text, position)"
                    + " ORDER BY s.position";

    private DdlLog() {}

    /** Whether a schema {@code bizops} of this version has the table. */
    public static boolean isIn(int version) {
        return version >= SINCE;
    }

    /** Notes statements that ran for one table, in their order. */
    public static void write(
            Connection connection, String runId, String stream, String schema, String table, List<String> statements)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, runId);
            insert.setString(2, stream);
            insert.setString(3, schema);
            insert.setString(4, table);
            insert.setArray(5, connection.createArrayOf("text", statements.toArray()));
            insert.executeUpdate();
        }
    }
}
