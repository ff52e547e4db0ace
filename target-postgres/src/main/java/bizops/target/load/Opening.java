package bizops.target.load;

import bizops.target.table.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What the transaction of a batch begins with, in one round trip: the locks of its tables, its name, its numbers, and a
 * point to return to. The numbers are taken when the locks are held, so that later rows of a table have greater ones.
 *
 * @param transaction the server's number for it, by which its outcome can be asked for
 * @param first the first number of the batch's block
 */
record Opening(String transaction, long first) {
    private static final String SAVEPOINT = "bizops_batch";

    /**
     * Opens it.
     *
     * @param tables sorted
     * @param undoable whether {@link #undo} may be called
     */
    static Opening run(Connection connection, Collection<TableName> tables, Numbers numbers, boolean undoable)
            throws SQLException {
        List<String> statements = new ArrayList<>();
        if (!tables.isEmpty()) {
            statements.add(TableLock.sql(tables));
        }
        statements.add("SELECT pg_current_xact_id()::text, " + numbers.block());
        if (undoable) {
            statements.add("SAVEPOINT " + SAVEPOINT);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(String.join("; ", statements));
            if (!tables.isEmpty()) {
                statement.getMoreResults();
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return new Opening(row.getString(1), row.getLong(2));
            }
        }
    }

    /** Undoes what came since, but for locks and numbers. */
    static void undo(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK TO SAVEPOINT " + SAVEPOINT);
        }
    }
}
