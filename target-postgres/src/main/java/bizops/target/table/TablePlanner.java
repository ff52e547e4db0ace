package bizops.target.table;

import bizops.singer.error.LoadException;
import bizops.target.table.ExistingTable.ExistingColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares a stream's shape with its table and plans what is to change: columns are added and widened, never dropped or
 * narrowed. Immutable.
 */
public final class TablePlanner {
    private final NameCase nameCase;

    public TablePlanner(NameCase nameCase) {
        this.nameCase = nameCase;
    }

    /**
     * The plan.
     *
     * @param existing the table as it is; empty to create it
     * @param metadata the metadata columns it must have
     */
    public TablePlan plan(StreamShape shape, Optional<ExistingTable> existing, Set<Metadata> metadata) {
        Map<String, ExistingColumn> found = existing.map(ExistingTable::columns).orElse(Map.of());
        Map<String, String> names = new ColumnNames(nameCase, found)
                .assign(shape.properties().stream().map(Property::name).toList());
        List<PlannedColumn> columns = new ArrayList<>();
        for (int i = 0; i < shape.properties().size(); i++) {
            Property property = shape.properties().get(i);
            String name = nameOf(names, property);
            ColumnType type = typeIn(found, name, property.type());
            boolean key = shape.keys().contains(property.name());
            columns.add(new PlannedColumn("c" + i, property.type(), name, type, true, key));
        }
        for (Metadata one : Metadata.values()) {
            if (metadata.contains(one)) {
                ColumnType type = typeIn(found, one.column(), one.type());
                columns.add(new PlannedColumn(one.column(), one.type(), one.column(), type, false, false));
            }
        }
        return existing.map(table -> altered(shape, table, columns, names))
                .orElseGet(() -> created(shape, columns, names));
    }

    private static String nameOf(Map<String, String> names, Property property) {
        String name = names.get(property.name());
        if (name == null) {
            throw new IllegalStateException("no column for " + property.name());
        }
        return name;
    }

    private static ColumnType typeIn(Map<String, ExistingColumn> found, String name, ColumnType wanted) {
        ExistingColumn column = found.get(name);
        return column == null ? wanted : Conversion.common(column.type(), wanted);
    }

    private TablePlan created(StreamShape shape, List<PlannedColumn> columns, Map<String, String> names) {
        List<String> lines = columns.stream()
                .map(column -> column.quoted() + " " + column.type().sql())
                .collect(Collectors.toCollection(ArrayList::new));
        if (shape.upserts()) {
            lines.add("PRIMARY KEY (" + keyList(shape, names) + ")");
        }
        List<String> changes = new ArrayList<>();
        changes.add("CREATE TABLE " + shape.table().quoted() + " (" + String.join(", ", lines) + ")");
        changes.addAll(notes(shape, columns, names, Set.of()));
        return new TablePlan(shape.table(), columns, changes, null, true, false);
    }

    private TablePlan altered(
            StreamShape shape, ExistingTable table, List<PlannedColumn> columns, Map<String, String> names) {
        String addKey = addKey(shape, table, names);
        Map<String, String> actions = new LinkedHashMap<>();
        boolean rewrites = false;
        for (PlannedColumn column : columns) {
            ExistingColumn found = table.columns().get(column.name());
            if (found == null) {
                actions.put(
                        column.name(),
                        "ADD COLUMN " + column.quoted() + " " + column.type().sql());
            } else if (!found.type().equals(column.type())) {
                rewrites = true;
                actions.put(
                        column.name(),
                        "ALTER COLUMN " + column.quoted() + " TYPE "
                                + column.type().sql() + " USING "
                                + Conversion.sql(column.quoted(), found.type(), column.type()));
            }
        }
        List<String> changes = new ArrayList<>();
        List<String> all = new ArrayList<>(actions.values());
        all.addAll(nullable(table, columns));
        if (!all.isEmpty()) {
            changes.add("ALTER TABLE " + shape.table().quoted() + " " + String.join(", ", all));
        }
        changes.addAll(notes(shape, columns, names, table.columns().keySet()));
        return new TablePlan(shape.table(), columns, changes, addKey, false, rewrites);
    }

    /** No column but the key's may refuse null: a later record may lack any property. */
    private static List<String> nullable(ExistingTable table, List<PlannedColumn> columns) {
        Set<String> fixed = new HashSet<>(table.primaryKey());
        columns.stream().filter(PlannedColumn::key).map(PlannedColumn::name).forEach(fixed::add);
        List<String> actions = new ArrayList<>();
        table.columns().forEach((name, column) -> {
            if (column.notNull() && !fixed.contains(name)) {
                actions.add("ALTER COLUMN " + Identifier.quote(name) + " DROP NOT NULL");
            }
        });
        return actions;
    }

    private static @Nullable String addKey(StreamShape shape, ExistingTable table, Map<String, String> names) {
        if (!shape.upserts()) {
            if (!table.primaryKey().isEmpty()) {
                throw LoadException.permanent(
                        "stream \"" + shape.stream() + "\" has no key to upsert by, but " + shape.table()
                                + " has the primary key " + table.primaryKey()
                                + "; appending would break on it: drop that key, or load into another table",
                        null);
            }
            return null;
        }
        Set<String> wanted = shape.keys().stream().map(names::get).collect(Collectors.toUnmodifiableSet());
        if (table.uniqueSets().contains(wanted)) {
            return null;
        }
        if (!table.primaryKey().isEmpty()) {
            throw LoadException.permanent(
                    "stream \"" + shape.stream() + "\": its key is " + shape.keys() + ", but " + shape.table()
                            + " has the primary key " + table.primaryKey()
                            + "; change the table's key, or load into another table",
                    null);
        }
        return "ALTER TABLE " + shape.table().quoted() + " ADD PRIMARY KEY (" + keyList(shape, names) + ")";
    }

    private static String keyList(StreamShape shape, Map<String, String> names) {
        return shape.keys().stream()
                .map(key -> Identifier.quote(String.valueOf(names.get(key))))
                .collect(Collectors.joining(", "));
    }

    /** Comments for new columns, by which a property finds its column again in a later run. */
    private List<String> notes(
            StreamShape shape, List<PlannedColumn> columns, Map<String, String> names, Set<String> existing) {
        List<String> notes = new ArrayList<>();
        for (Property property : shape.properties()) {
            String column = nameOf(names, property);
            if (!existing.contains(column) && !column.equals(property.name())) {
                notes.add(comment(shape, column, Catalog.note(property.name())));
            }
        }
        for (PlannedColumn column : columns) {
            for (Metadata one : Metadata.values()) {
                if (!column.data() && one.column().equals(column.name()) && !existing.contains(column.name())) {
                    notes.add(comment(shape, column.name(), one.description()));
                }
            }
        }
        return notes;
    }

    private static String comment(StreamShape shape, String column, String text) {
        return "COMMENT ON COLUMN " + shape.table().quoted() + "." + Identifier.quote(column) + " IS "
                + Identifier.literal(text);
    }
}
