package bizops.target.merge;

import bizops.target.copy.Copy;
import bizops.target.table.Metadata;
import bizops.target.table.PlannedColumn;
import bizops.target.table.TablePlan;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The statements that bring rows from the temporary table into the table. */
final class MergeSql {
    /** The number of arrival in the temporary tables. */
    static final String ARRIVAL = Metadata.SEQUENCE.column();

    private MergeSql() {}

    /** Appends all rows. */
    static String append(TablePlan plan) {
        return "INSERT INTO " + plan.table().quoted() + " (" + names(plan) + ") SELECT " + values(plan) + " FROM "
                + Copy.ROWS + " AS s";
    }

    /** Inserts or updates by key: of rows with one key the last counts, and a row that says nothing new changes nothing. */
    static String upsert(TablePlan plan) {
        String keys = join(plan.keys(), column -> column.value("k"));
        String last = "SELECT max(k." + ARRIVAL + ") FROM " + Copy.ROWS + " AS k GROUP BY " + keys;
        String insert = "INSERT INTO " + plan.table().quoted() + " AS t (" + names(plan) + ") SELECT " + values(plan)
                + " FROM " + Copy.ROWS + " AS s WHERE s." + ARRIVAL + " IN (" + last + ") ON CONFLICT ("
                + join(plan.keys(), PlannedColumn::quoted) + ") DO UPDATE SET "
                + join(changing(plan), column -> column.quoted() + " = excluded." + column.quoted());
        List<PlannedColumn> guarded = guarded(plan);
        return insert
                + (guarded.isEmpty()
                        ? " WHERE false"
                        : " WHERE (" + join(guarded, column -> column.compared("t." + column.quoted()))
                                + ") IS DISTINCT FROM ("
                                + join(guarded, column -> column.compared("excluded." + column.quoted())) + ")");
    }

    /** What decides whether a row changed: its data, and whether it lives in the current version. */
    private static List<PlannedColumn> guarded(TablePlan plan) {
        return plan.columns().stream()
                .filter(column -> !column.key())
                .filter(column -> column.data()
                        || column.name().equals(Metadata.DELETED_AT.column())
                        || column.name().equals(Metadata.TABLE_VERSION.column()))
                .toList();
    }

    static List<PlannedColumn> changing(TablePlan plan) {
        List<PlannedColumn> changing =
                plan.columns().stream().filter(column -> !column.key()).toList();
        return changing.isEmpty() ? plan.keys() : changing;
    }

    static String names(TablePlan plan) {
        return join(plan.columns(), PlannedColumn::quoted);
    }

    private static String values(TablePlan plan) {
        return join(plan.columns(), column -> column.value("s"));
    }

    static String join(List<PlannedColumn> columns, Function<PlannedColumn, String> text) {
        return columns.stream().map(text).collect(Collectors.joining(", "));
    }
}
