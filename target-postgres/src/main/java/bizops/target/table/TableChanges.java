package bizops.target.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to change so that a table takes the rows of a shape. Immutable.
 *
 * @param create the statement that makes the table; null where there is one
 * @param additions parts of ALTER TABLE that need only the catalog: new columns, and columns that may be null
 * @param retypes parts of ALTER TABLE that convert values, each with the column it is for
 * @param replacements new columns for properties whose column must stay as it is, by the name of that column
 * @param comments statements that tie columns to properties
 * @param key what is to change of the primary key; null where it is right
 */
public record TableChanges(
        @Nullable String create,
        List<String> additions,
        Map<String, String> retypes,
        Map<String, PlannedColumn> replacements,
        List<String> comments,
        @Nullable KeyChange key) {
    static final TableChanges NONE = new TableChanges(null, List.of(), Map.of(), Map.of(), List.of(), null);

    public TableChanges {
        additions = List.copyOf(additions);
        comments = List.copyOf(comments);
    }

    public boolean isEmpty() {
        return create == null && additions.isEmpty() && retypes.isEmpty() && comments.isEmpty() && key == null;
    }

    /** The one ALTER TABLE for all columns; empty if there is nothing to alter. */
    public String alter(TableName table) {
        List<String> actions = new ArrayList<>(additions);
        actions.addAll(retypes.values());
        return actions.isEmpty() ? "" : "ALTER TABLE " + table.quoted() + " " + String.join(", ", actions);
    }

    /** Every statement for a table that is there, in order. */
    public List<String> statements(TableName table) {
        Stream<String> keys = key == null ? Stream.empty() : Stream.of(key.sql());
        return Stream.of(Stream.of(alter(table)).filter(sql -> !sql.isEmpty()), comments.stream(), keys)
                .flatMap(statements -> statements)
                .toList();
    }
}
