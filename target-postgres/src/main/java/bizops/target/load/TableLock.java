package bizops.target.load;

import bizops.target.table.Identifier;
import bizops.target.table.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.stream.Collectors;

/** Keeps two targets from changing one table at once; until the end of the transaction. */
final class TableLock {
    private TableLock() {}

    /** SQL that takes the locks of all, in their order. */
    static String sql(Collection<TableName> tables) {
        return "SELECT pg_advisory_xact_lock(hashtextextended('bizops:table:' || t, 0)) FROM unnest(ARRAY["
                + tables.stream()
                        .map(table -> Identifier.literal(table.quoted()))
                        .collect(Collectors.joining(", "))
                + "]) AS t";
    }

    static void take(Connection connection, Collection<TableName> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql(tables));
        }
    }
}
