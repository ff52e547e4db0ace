package bizops.target.merge;

import bizops.target.copy.Copy;
import bizops.target.table.Metadata;
import bizops.target.table.PlannedColumn;
import bizops.target.table.TablePlan;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The statements that apply delete records by removing rows. A key that was deleted in this step loses its row in the
 * table and whatever the step brought for it before; what came behind its last delete is then loaded as into a table
 * that never had it.
 */
final class RemoveSql {
    private static final String DELETED = "x." + Metadata.DELETED_AT.column() + " IS NOT NULL";

    private final TablePlan plan;

    RemoveSql(TablePlan plan) {
        this.plan = plan;
    }

    /** Removes the rows from the table. */
    String rows() {
        return "DELETE FROM " + plan.table().quoted() + " AS t USING " + Copy.PARTS + " AS x WHERE " + DELETED + " AND "
                + sameKey(key -> "t." + key.quoted());
    }

    /**
     * Removes from the temporary tables what a delete followed, and the deletes.
     *
     * @param firstSequence the number of the first row of the step
     */
    List<String> whatCameBefore(long firstSequence) {
        return List.of(
                "DELETE FROM " + Copy.ROWS + " AS r USING " + Copy.PARTS + " AS x WHERE " + DELETED + " AND "
                        + sameKey(key -> key.value("r")) + " AND r." + MergeSql.ARRIVAL + " < " + firstSequence
                        + " + x." + Copy.ROWS_BEFORE,
                "DELETE FROM " + Copy.PARTS + " AS r USING " + Copy.PARTS + " AS x WHERE " + DELETED + " AND "
                        + sameKey(key -> key.value("r")) + " AND r." + MergeSql.ARRIVAL + " <= x."
                        + MergeSql.ARRIVAL);
    }

    private String sameKey(Function<PlannedColumn, String> other) {
        return plan.keys().stream()
                .map(key -> other.apply(key) + " = " + key.value("x"))
                .collect(Collectors.joining(" AND "));
    }
}
