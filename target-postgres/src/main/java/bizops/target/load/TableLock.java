package bizops.target.load;

import bizops.target.table.Identifier;
import bizops.target.table.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Collectors;

/** Keeps two targets from changing one table at once; until the end of the transaction. */
final class TableLock {
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('bizops:table:' || ?, 0))";

    private TableLock() {}

    /** SQL that takes the locks of all, in their order. */
    static String sql(Collection<TableName> tables) {
        return "SELECT pg_advisory_xact_lock(hashtextextended('bizops:table:' || t, 0)) FROM unnest(ARRAY["
                + tables.stream()
                        .map(table -> Identifier.literal(table.quoted()))
                        .collect(Collectors.joining(", "))
                + "]) AS t";
    }

    static void take(Connection connection, TableName table) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, table.quoted());
            lock.execute();
        }
    }
}
