package bizops.target.table;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table as the catalog of the server describes it. Immutable.
 *
 * @param columns by name, in the table's order
 * @param primaryKey its columns; null where there is none
 * @param uniqueSets the column sets that a primary key or a plain unique index holds
 * @param indexes the columns of each index that has no condition and no expression, in its order
 */
public record ExistingTable(
        long oid,
        Map<String, ExistingColumn> columns,
        @Nullable PrimaryKey primaryKey,
        List<Set<String>> uniqueSets,
        List<List<String>> indexes) {

    /** A primary key and the constraint's name. */
    public record PrimaryKey(String constraint, List<String> columns) {}

    /**
     * A column.
     *
     * @param filled whether the server fills it where no value is given: by a default, an identity or an expression
     * @param note what its comment says of it
     */
    public record ExistingColumn(ColumnType type, boolean notNull, boolean filled, ColumnNote note) {
        public ExistingColumn(ColumnType type) {
            this(type, false, false, ColumnNote.NONE);
        }
    }

    /** The columns of the primary key; empty where there is none. */
    List<String> keyColumns() {
        return primaryKey == null ? List.of() : primaryKey.columns();
    }
}
