package bizops.target.table;

import bizops.singer.error.LoadException;
import bizops.target.table.ExistingTable.PrimaryKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares a stream's key with the one its table has. Immutable. */
final class KeyPlanner {
    private final boolean migrates;

    /** @param migrates whether another key replaces the one that is there */
    KeyPlanner(boolean migrates) {
        this.migrates = migrates;
    }

    /**
     * What is to change of the table's key; null if it is right, also in another order or as a unique index.
     *
     * @param wanted the key's columns
     */
    @Nullable
    KeyChange change(StreamShape shape, ExistingTable table, List<String> wanted) {
        PrimaryKey key = table.primaryKey();
        if (!shape.upserts()) {
            if (key != null) {
                throw LoadException.permanent(
                        "stream \"" + shape.stream() + "\" has no key to upsert by, but " + shape.table()
                                + " has the primary key " + key.columns()
                                + "; appending would break on it: drop that key, or load into another table",
                        null);
            }
            return null;
        }
        boolean leaves = key == null || !migrates || Set.copyOf(key.columns()).equals(Set.copyOf(wanted));
        if (leaves && table.uniqueSets().contains(Set.copyOf(wanted))) {
            return null;
        }
        if (key == null) {
            return new KeyChange(
                    shape.stream(),
                    shape.table(),
                    "ALTER TABLE " + shape.table().quoted() + " ADD " + primaryKey(wanted),
                    wanted);
        }
        if (!migrates) {
            throw LoadException.permanent(
                    "stream \"" + shape.stream() + "\": its key is " + shape.keys() + ", but " + shape.table()
                            + " has the primary key " + key.columns()
                            + "; change the table's key, set key_change to migrate, or load into another table",
                    null);
        }
        return new KeyChange(
                shape.stream(),
                shape.table(),
                "ALTER TABLE " + shape.table().quoted() + " DROP CONSTRAINT " + Identifier.quote(key.constraint())
                        + nullable(key.columns(), wanted) + ", ADD " + primaryKey(wanted),
                wanted);
    }

    /** Columns that are no key any more may be null as any other. */
    private static String nullable(List<String> before, List<String> wanted) {
        return before.stream()
                .filter(column -> !wanted.contains(column))
                .map(column -> ", ALTER COLUMN " + Identifier.quote(column) + " DROP NOT NULL")
                .collect(Collectors.joining());
    }

    static String primaryKey(List<String> columns) {
        return "PRIMARY KEY (" + columns.stream().map(Identifier::quote).collect(Collectors.joining(", ")) + ")";
    }
}
