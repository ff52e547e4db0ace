package bizops.target.merge;

import bizops.target.copy.Copy;
import bizops.target.copy.Stamp;
import bizops.target.encode.EncodedRows;
import bizops.target.table.TablePlan;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Loads the rows of one step into their table, in the caller's transaction. */
public final class Merge {
    private Merge() {}

    /**
     * Loads them; the table must fit the plan.
     *
     * @param straight whether to put them into the table itself, though it has a key
     * @param hardDelete whether a delete record removes its row
     * @return how many rows were removed
     */
    public static long load(
            Connection connection, TablePlan plan, EncodedRows rows, Stamp stamp, boolean straight, boolean hardDelete)
            throws SQLException {
        if (straight || plan.takesCopy()) {
            Copy.intoTable(connection, plan, rows, stamp);
            return 0;
        }
        Copy.intoRows(connection, plan, rows, stamp);
        if (plan.keys().isEmpty()) {
            execute(connection, List.of(MergeSql.append(plan)));
            Copy.drop(connection);
            return 0;
        }
        long removed = 0;
        boolean parts = rows.parts().rows() > 0;
        if (parts) {
            Copy.intoParts(connection, plan, rows, stamp);
        }
        if (rows.hasOld() && Outdated.isKnown(plan)) {
            execute(connection, List.of(Outdated.sql(plan, Copy.ROWS)));
            if (parts) {
                execute(connection, List.of(Outdated.sql(plan, Copy.PARTS)));
            }
        }
        if (parts && hardDelete) {
            RemoveSql remove = new RemoveSql(plan);
            removed = execute(connection, List.of(remove.rows()));
            execute(connection, remove.whatCameBefore(stamp.firstSequence()));
        }
        if (rows.rows().rows() > 0) {
            boolean repeats = asks(connection, MergeSql.repeats(plan));
            execute(connection, List.of(repeats ? MergeSql.upsertLast(plan) : MergeSql.upsert(plan)));
        }
        if (parts) {
            execute(connection, List.of(new PartSql(plan, rows.fieldsOfParts()).sql(stamp.firstSequence())));
        }
        Copy.drop(connection);
        return removed;
    }

    private static boolean asks(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static long execute(Connection connection, List<String> statements) throws SQLException {
        long rows = 0;
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                rows += statement.executeLargeUpdate(sql);
            }
        }
        return rows;
    }
}
