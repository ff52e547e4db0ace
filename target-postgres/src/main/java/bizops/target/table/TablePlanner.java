package bizops.target.table;

import bizops.singer.error.LoadException;
import bizops.target.table.ColumnType.Kind;
import bizops.target.table.ExistingTable.ExistingColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a stream's shape with its table and plans what is to change: columns are added and widened, never dropped or
 * narrowed. Immutable.
 */
public final class TablePlanner {
    private final NameCase nameCase;
    private final KeyPlanner keys;

    public TablePlanner(TableRules rules) {
        this.nameCase = rules.nameCase();
        this.keys = new KeyPlanner(rules.migratesKeys());
    }

    /**
     * The plan.
     *
     * @param existing the table as it is; empty to create it
     * @param metadata the metadata columns it must have
     * @param fixed columns whose type cannot be changed, each with the reason
     */
    public TablePlan plan(
            StreamShape shape, Optional<ExistingTable> existing, Set<Metadata> metadata, Map<String, String> fixed) {
        Map<String, ExistingColumn> found = existing.map(ExistingTable::columns).orElse(Map.of());
        ColumnNames names = new ColumnNames(nameCase, found);
        Map<String, String> assigned =
                names.assign(shape.properties().stream().map(Property::name).toList());
        List<PlannedColumn> columns = new ArrayList<>();
        Map<String, PlannedColumn> replacements = new LinkedHashMap<>();
        for (int i = 0; i < shape.properties().size(); i++) {
            Property property = shape.properties().get(i);
            String name = assigned.getOrDefault(property.name(), "");
            boolean key = shape.keys().contains(property.name());
            Optional<ColumnType> type = fixed.containsKey(name)
                    ? typeIfFixed(found.get(name), property.type(), key)
                    : typeIn(found.get(name), property.type());
            PlannedColumn column = new PlannedColumn(
                    "c" + i, encoded(property.type(), type), name, type.orElse(property.type()), true, key);
            if (type.isEmpty()) {
                refuseKey(shape, column, found.get(name), fixed.get(name));
                String newer = names.replacement(name, property.name(), property.type());
                column = new PlannedColumn("c" + i, property.type(), newer, property.type(), true, key);
                replacements.put(name, column);
            }
            columns.add(column);
        }
        for (Metadata one : Metadata.values()) {
            if (metadata.contains(one)) {
                ColumnType type = typeIn(found.get(one.column()), one.type()).orElse(one.type());
                columns.add(new PlannedColumn(one.column(), one.type(), one.column(), type, false, false));
            }
        }
        ColumnComments comments = new ColumnComments(shape, found, columns, replacements);
        return existing.map(table -> altered(shape, table, columns, replacements, comments))
                .orElseGet(() -> created(shape, columns, comments));
    }

    /** The type that the column gets; empty if it must stay and does not take the values. */
    private static Optional<ColumnType> typeIn(@Nullable ExistingColumn column, ColumnType wanted) {
        return column == null ? Optional.of(wanted) : CommonType.of(column.type(), wanted);
    }

    /** As {@link #typeIn}, for a column that cannot be changed. A key stays where the server refuses what does not fit. */
    private static Optional<ColumnType> typeIfFixed(@Nullable ExistingColumn column, ColumnType wanted, boolean key) {
        return typeIn(column, wanted)
                .map(type -> column != null && key && CommonType.refusesWhatDoesNotFit(column.type(), wanted)
                        ? column.type()
                        : type)
                .filter(type -> column == null || type.equals(column.type()));
    }

    /** In a text column a UUID stays as it is spelt, so that it is the same key as before. */
    private static ColumnType encoded(ColumnType wanted, Optional<ColumnType> type) {
        boolean spelt = wanted.kind() == Kind.UUID
                && type.filter(column -> column.kind() == Kind.TEXT || column.kind() == Kind.VARCHAR)
                        .isPresent();
        return spelt ? ColumnType.TEXT : wanted;
    }

    /** Old rows would have no value in a new column, so a key cannot move to one. */
    private static void refuseKey(
            StreamShape shape, PlannedColumn column, @Nullable ExistingColumn found, @Nullable String reason) {
        if (column.key() && found != null) {
            throw LoadException.permanent(
                    "stream \"" + shape.stream() + "\": the key column " + column.quoted() + " of " + shape.table()
                            + " is of type " + found.type().sql() + ", its values now need "
                            + column.encoded().sql() + ", and it cannot be changed"
                            + (reason == null ? "" : " (" + reason + ")")
                            + "; remove what is in the way, or load into another table",
                    null);
        }
    }

    private static TablePlan created(StreamShape shape, List<PlannedColumn> columns, ColumnComments comments) {
        List<String> lines = new ArrayList<>();
        columns.forEach(
                column -> lines.add(column.quoted() + " " + column.type().sql()));
        if (shape.upserts()) {
            lines.add(KeyPlanner.primaryKey(keysOf(shape, columns)));
        }
        String create = "CREATE TABLE " + shape.table().quoted() + " (" + String.join(", ", lines) + ")";
        return new TablePlan(
                shape.table(),
                columns,
                new TableChanges(create, List.of(), Map.of(), Map.of(), comments.statements(), null),
                false);
    }

    private TablePlan altered(
            StreamShape shape,
            ExistingTable table,
            List<PlannedColumn> columns,
            Map<String, PlannedColumn> replacements,
            ColumnComments comments) {
        List<String> additions = new ArrayList<>();
        Map<String, String> retypes = new LinkedHashMap<>();
        for (PlannedColumn column : columns) {
            ExistingColumn found = table.columns().get(column.name());
            if (found == null) {
                additions.add(
                        "ADD COLUMN " + column.quoted() + " " + column.type().sql());
            } else if (!found.type().equals(column.type())) {
                retypes.put(
                        column.name(),
                        "ALTER COLUMN " + column.quoted() + " TYPE "
                                + column.type().sql() + " USING "
                                + Conversion.sql(column.quoted(), found.type(), column.type()));
            }
        }
        additions.addAll(nullable(table, columns));
        TableChanges changes = new TableChanges(
                null,
                additions,
                retypes,
                replacements,
                comments.statements(),
                keys.change(shape, table, keysOf(shape, columns)));
        return new TablePlan(shape.table(), columns, changes, !retypes.isEmpty() || !replacements.isEmpty());
    }

    private static List<String> keysOf(StreamShape shape, List<PlannedColumn> columns) {
        return shape.keys().stream()
                .map(key -> columns.get(shape.indexOf(key)).name())
                .toList();
    }

    /** No column but the key's may refuse null: a later record may lack any property. What the server fills may stay. */
    private static List<String> nullable(ExistingTable table, List<PlannedColumn> columns) {
        Set<String> keys = new HashSet<>(table.keyColumns());
        Set<String> written = new HashSet<>();
        columns.forEach(column -> {
            written.add(column.name());
            if (column.key()) {
                keys.add(column.name());
            }
        });
        List<String> actions = new ArrayList<>();
        table.columns().forEach((name, column) -> {
            boolean neverNull = column.filled() && !written.contains(name);
            if (column.notNull() && !keys.contains(name) && !neverNull) {
                actions.add("ALTER COLUMN " + Identifier.quote(name) + " DROP NOT NULL");
            }
        });
        return actions;
    }
}
