package bizops.target.table;

import bizops.singer.error.LoadException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An index that a table is to get. Immutable. */
public record IndexPlan(TableName table, List<String> columns) {
    public IndexPlan {
        columns = List.copyOf(columns);
    }

    /**
     * The indexes that the settings name and the table does not have.
     *
     * @param existing the table before the plan's changes
     */
    public static List<IndexPlan> missing(
            TableRules rules, StreamShape shape, TablePlan plan, Optional<ExistingTable> existing) {
        Set<String> columns = new HashSet<>();
        plan.columns().forEach(column -> columns.add(column.name()));
        existing.ifPresent(table -> columns.addAll(table.columns().keySet()));
        Set<List<String>> there = new HashSet<>();
        existing.ifPresent(table -> there.addAll(table.indexes()));
        there.add(plan.keys().stream().map(PlannedColumn::name).toList());
        List<IndexPlan> missing = new ArrayList<>();
        for (List<String> wanted : rules.indexes().of(shape)) {
            List<String> index = wanted.stream()
                    .map(name -> column(rules.nameCase(), shape, plan, columns, name))
                    .toList();
            if (there.add(index)) {
                missing.add(new IndexPlan(shape.table(), index));
            }
        }
        return missing;
    }

    /** The index's name, if nothing else has it. */
    public String name() {
        String name = table.table() + "_" + String.join("_", columns) + "_idx";
        return Identifier.legal(name, original());
    }

    public String sql() {
        return sql(name());
    }

    /** With a name that no other index can have. */
    public String sqlWithDistinctName() {
        return sql(Identifier.distinct(name(), original()));
    }

    private String sql(String name) {
        return "CREATE INDEX IF NOT EXISTS " + Identifier.quote(name) + " ON " + table.quoted() + " ("
                + columns.stream().map(Identifier::quote).collect(Collectors.joining(", ")) + ")";
    }

    private String original() {
        return table.quoted() + columns;
    }

    private static String column(
            NameCase nameCase, StreamShape shape, TablePlan plan, Set<String> columns, String name) {
        int property = shape.indexOf(name);
        if (property >= 0) {
            return plan.columns().get(property).name();
        }
        String mapped = nameCase.column(name);
        if (columns.contains(name)) {
            return name;
        }
        if (!columns.contains(mapped)) {
            throw LoadException.permanent(
                    "stream \"" + shape.stream() + "\": the settings ask for an index on \"" + name + "\", and "
                            + shape.table() + " has no such column; correct indices or schema_mapping",
                    null);
        }
        return mapped;
    }
}
