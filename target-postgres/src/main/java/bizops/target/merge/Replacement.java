package bizops.target.merge;

import bizops.target.table.PlannedColumn;
import bizops.target.table.TablePlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The end of an overwrite: the table's rows for those that the run staged, in the caller's transaction. */
public final class Replacement {
    private Replacement() {}

    /**
     * Empties the table and fills it; views on it, grants and indexes stay.
     *
     * @param staged the plan of the staging table, for the same shape; the table is dropped
     * @return how many rows the table has now
     */
    public static long run(Connection connection, TablePlan staged, TablePlan plan) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < plan.columns().size(); i++) {
            PlannedColumn from = staged.columns().get(i);
            PlannedColumn to = plan.columns().get(i);
            names.add(to.quoted());
            values.add(to.valueOf("s." + from.quoted(), from.type()));
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = '10s'");
            statement.execute("TRUNCATE " + plan.table().quoted());
            statement.execute("SET LOCAL lock_timeout = 0");
            long rows = statement.executeLargeUpdate(
                    names.isEmpty()
                            ? "INSERT INTO " + plan.table().quoted() + " SELECT FROM "
                                    + staged.table().quoted()
                            : "INSERT INTO " + plan.table().quoted() + " (" + String.join(", ", names) + ") SELECT "
                                    + String.join(", ", values) + " FROM "
                                    + staged.table().quoted() + " AS s");
            statement.execute("DROP TABLE " + staged.table().quoted());
            return rows;
        }
    }
}
