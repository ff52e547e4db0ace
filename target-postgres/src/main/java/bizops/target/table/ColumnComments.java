package bizops.target.table;

import bizops.target.table.ExistingTable.ExistingColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Comments for new columns, by which a property finds its column again in a later run. */
final class ColumnComments {
    private final StreamShape shape;
    private final Map<String, ExistingColumn> existing;
    private final List<PlannedColumn> columns;
    private final Map<String, String> replaced = new HashMap<>();

    /**
     * @param columns those of the shape's properties first, in its order
     * @param replacements by the column that each replaces
     */
    ColumnComments(
            StreamShape shape,
            Map<String, ExistingColumn> existing,
            List<PlannedColumn> columns,
            Map<String, PlannedColumn> replacements) {
        this.shape = shape;
        this.existing = existing;
        this.columns = columns;
        replacements.forEach((older, newer) -> replaced.put(newer.name(), older));
    }

    List<String> statements() {
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < shape.properties().size(); i++) {
            String property = shape.properties().get(i).name();
            String column = columns.get(i).name();
            if (!existing.containsKey(column) && !column.equals(property)) {
                statements.add(comment(column, new ColumnNote(property, replaced.get(column)).text()));
            }
        }
        for (Metadata one : Metadata.values()) {
            boolean added = !existing.containsKey(one.column())
                    && columns.stream()
                            .anyMatch(column -> !column.data() && column.name().equals(one.column()));
            if (added) {
                statements.add(comment(one.column(), one.description()));
            }
        }
        return statements;
    }

    private String comment(String column, String text) {
        return "COMMENT ON COLUMN " + shape.table().quoted() + "." + Identifier.quote(column) + " IS "
                + Identifier.literal(text);
    }
}
