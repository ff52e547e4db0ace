package bizops.target.table;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table as the catalog of the server describes it. Immutable.
 *
 * @param columns by name
 * @param primaryKey its columns; empty where there is none
 * @param uniqueSets the column sets that a primary key or a plain unique index holds
 */
public record ExistingTable(
        Map<String, ExistingColumn> columns, List<String> primaryKey, List<Set<String>> uniqueSets) {

    /**
     * A column.
     *
     * @param property the property that its comment names; null where the comment names none
     */
    public record ExistingColumn(
            ColumnType type, boolean notNull, @Nullable String property) {}
}
