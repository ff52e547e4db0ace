package bizops.target.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How rows of one shape get into one table. Immutable.
 *
 * @param columns data first, in the shape's order, then the metadata columns that the table has
 * @param changes statements that bring the table to the shape, in order; empty if it fits
 * @param addKey a statement that adds the primary key to a table with rows; null if there is nothing to add
 * @param created whether the changes create the table
 * @param rewrites whether the changes convert values that are there
 */
public record TablePlan(
        TableName table,
        List<PlannedColumn> columns,
        List<String> changes,
        @Nullable String addKey,
        boolean created,
        boolean rewrites) {
    public TablePlan {
        columns = List.copyOf(columns);
        changes = List.copyOf(changes);
    }

    /** The same plan with nothing left to change. */
    public TablePlan done() {
        return new TablePlan(table, columns, List.of(), null, false, false);
    }

    /** The key's columns; empty to append. */
    public List<PlannedColumn> keys() {
        return columns.stream().filter(PlannedColumn::key).toList();
    }

    /** Whether encoded rows can go into the table as they are, without a temporary one. */
    public boolean takesCopy() {
        long metadata = columns.stream().filter(column -> !column.data()).count();
        return keys().isEmpty()
                && metadata == Metadata.values().length
                && columns.stream().allMatch(column -> column.encoded().equals(column.type()));
    }
}
