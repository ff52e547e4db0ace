package bizops.target.merge;

import bizops.target.copy.Copy;
import bizops.target.table.Metadata;
import bizops.target.table.PlannedColumn;
import bizops.target.table.TablePlan;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Whether two of the rows have one key. */
    static String repeats(TablePlan plan) {
        return "SELECT EXISTS (SELECT FROM " + Copy.ROWS + " AS k GROUP BY "
                + join(plan.keys(), column -> column.value("k")) + " HAVING count(*) > 1)";
    }

    /** As {@link #upsertLast}, for rows of which no two have one key. */
    static String upsert(TablePlan plan) {
        String unchanged = unchanged(plan);
        if (unchanged.isEmpty()) {
            return upsert(plan, "true");
        }
        // The table's rows are looked up by key: a hash join would read all of a table that is not large.
        return "SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; "
                + upsert(plan, "NOT EXISTS (" + unchanged + ")")
                + "; SET LOCAL enable_hashjoin TO DEFAULT; SET LOCAL enable_mergejoin TO DEFAULT";
    }

    /** Inserts or updates by key: of rows with one key the last counts, and a row that says nothing new changes nothing. */
    static String upsertLast(TablePlan plan) {
        String keys = join(plan.keys(), column -> column.value("k"));
        return upsert(
                plan,
                "s." + ARRIVAL + " IN (SELECT max(k." + ARRIVAL + ") FROM " + Copy.ROWS + " AS k GROUP BY " + keys
                        + ")");
    }

    private static String upsert(TablePlan plan, String which) {
        String insert = "INSERT INTO " + plan.table().quoted() + " AS t (" + names(plan) + ") SELECT " + values(plan)
                + " FROM " + Copy.ROWS + " AS s WHERE " + which + " ON CONFLICT ("
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

    /**
     * Finds the table's row that a row says nothing new about, to leave it out before ON CONFLICT sees it, which would
     * lock the row that is there, and write that to the log, before it finds nothing to do. Only for types that are
     * compared as they are; empty for others.
     */
    private static String unchanged(TablePlan plan) {
        List<PlannedColumn> guarded = guarded(plan);
        boolean asTheyAre = Stream.concat(guarded.stream(), plan.keys().stream())
                .allMatch(column -> column.encoded().equals(column.type()));
        if (guarded.isEmpty() || !asTheyAre) {
            return "";
        }
        return "SELECT FROM " + plan.table().quoted() + " AS t WHERE " + sameKey(plan, "s") + " AND ("
                + join(guarded, column -> column.compared("t." + column.quoted())) + ") IS NOT DISTINCT FROM ("
                + join(guarded, column -> column.compared(column.value("s"))) + ")";
    }

    /** That the table's row {@code t} has the key of a temporary table's row of that name. */
    static String sameKey(TablePlan plan, String row) {
        return plan.keys().stream()
                .map(key -> "t." + key.quoted() + " = " + key.value(row))
                .collect(Collectors.joining(" AND "));
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
