package bizops.target.load;

import bizops.target.table.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Keeps two targets from changing one table at once; until the end of the transaction. */
final class TableLock {
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('bizops:table:' || ?, 0))";

    private TableLock() {}

    static void take(Connection connection, TableName table) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, table.quoted());
            lock.execute();
        }
    }
}
