package bizops.target.merge;

import bizops.target.copy.Copy;
import bizops.target.table.Metadata;
import bizops.target.table.TablePlan;

/** Takes records that came long before out of a temporary table where the table's row is of a later one. */
final class Outdated {
    private static final String RECEIVED = Metadata.RECEIVED_AT.column();

    private Outdated() {}

    /** @param temporary {@link Copy#ROWS} or {@link Copy#PARTS} */
    static String sql(TablePlan plan, String temporary) {
        return "DELETE FROM " + temporary + " AS r USING " + plan.table().quoted() + " AS t WHERE "
                + MergeSql.sameKey(plan, "r") + " AND t." + RECEIVED + " > r." + RECEIVED;
    }

    /** Whether the table says when its rows came. */
    static boolean isKnown(TablePlan plan) {
        return plan.columns().stream().anyMatch(column -> column.name().equals(RECEIVED));
    }
}
