package bizops.target.merge;

import bizops.target.copy.Copy;
import bizops.target.copy.Stamp;
import bizops.target.encode.EncodedRows;
import bizops.target.table.TablePlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Loads the rows of one step into their table, in the caller's transaction. */
public final class Merge {
    private Merge() {}

    /** Loads them; the table must fit the plan. */
    public static void load(Connection connection, TablePlan plan, EncodedRows rows, Stamp stamp) throws SQLException {
        if (plan.takesCopy()) {
            Copy.intoTable(connection, plan, rows, stamp);
            return;
        }
        Copy.intoRows(connection, rows, stamp);
        if (plan.keys().isEmpty()) {
            execute(connection, MergeSql.append(plan));
        } else {
            if (rows.rows().rows() > 0) {
                execute(connection, MergeSql.upsert(plan));
            }
            if (rows.deletes().rows() > 0) {
                Copy.intoDeletes(connection, rows, stamp);
                execute(connection, new DeleteSql(plan, rows.fieldsOfDeletes()).sql(stamp.firstSequence()));
            }
        }
        Copy.drop(connection);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
