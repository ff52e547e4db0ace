package bizops.target.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How rows of one shape get into one table. Immutable.
 *
 * @param columns data first, in the shape's order, then the metadata columns that the table has
 * @param changes what brings the table to the shape; nothing if it fits
 * @param rewrites whether the changes convert values that are there, or move where new ones go
 */
public record TablePlan(TableName table, List<PlannedColumn> columns, TableChanges changes, boolean rewrites) {
    public TablePlan {
        columns = List.copyOf(columns);
    }

    /** The same plan with nothing left to change. */
    public TablePlan done() {
        return new TablePlan(table, columns, TableChanges.NONE, false);
    }

    /** Whether the changes create the table. */
    public boolean created() {
        return changes.create() != null;
    }

    /** The key's columns; empty to append. */
    public List<PlannedColumn> keys() {
        return columns.stream().filter(PlannedColumn::key).toList();
    }

    /** The columns whose new type makes the server write the whole table anew. */
    List<String> rewritten(ExistingTable table) {
        List<String> rewritten = new ArrayList<>();
        for (PlannedColumn column : columns) {
            ExistingTable.ExistingColumn found = table.columns().get(column.name());
            if (found != null
                    && !found.type().equals(column.type())
                    && Conversion.rewrites(found.type(), column.type())) {
                rewritten.add(column.name());
            }
        }
        return rewritten;
    }

    /** The columns of types that the target never makes, which may refuse a value, each with its type; empty if none. */
    public String foreignColumns() {
        return columns.stream()
                .filter(column -> column.type().isForeign())
                .map(column -> column.quoted() + " " + column.type().sql())
                .collect(Collectors.joining(", "));
    }

    /** Whether rows to append can go into the table as they are encoded, without a temporary one. */
    public boolean takesCopy() {
        return keys().isEmpty() && fitsCopy();
    }

    /** Whether encoded rows fit the table as they are, whatever is in it. */
    public boolean fitsCopy() {
        long metadata = columns.stream().filter(column -> !column.data()).count();
        return metadata == Metadata.values().length
                && columns.stream().allMatch(column -> column.encoded().equals(column.type()));
    }
}
