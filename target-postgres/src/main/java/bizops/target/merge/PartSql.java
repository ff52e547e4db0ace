package bizops.target.merge;

import bizops.target.copy.Copy;
import bizops.target.table.Metadata;
import bizops.target.table.PlannedColumn;
import bizops.target.table.TablePlan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statement that applies records of which only the fields they have count: deletes, and live ones where absent fields
 * keep their value. Such a record changes its fields and the metadata, and leaves the rest of the row. Of several for one
 * key the last word on each field counts; one that a whole row followed in the same step has no effect. A key that is not
 * there becomes a row with these fields.
 */
final class PartSql {
    private final TablePlan plan;
    private final List<PlannedColumn> fields;
    private final List<PlannedColumn> metadata;

    /** @param present indexes of the data columns that some record has */
    PartSql(TablePlan plan, BitSet present) {
        this.plan = plan;
        this.fields = plan.columns().stream()
                .filter(column -> column.data() && !column.key() && present.get(index(column)))
                .toList();
        this.metadata = plan.columns().stream().filter(column -> !column.data()).toList();
    }

    /** @param firstSequence the number of the first row of the step */
    String sql(long firstSequence) {
        String update = fields.isEmpty() && metadata.isEmpty() ? "" : ", u AS (" + update() + ")";
        return "WITH d AS MATERIALIZED (" + last(firstSequence) + ")" + update + " " + insert();
    }

    private String last(long firstSequence) {
        List<String> columns = new ArrayList<>();
        plan.keys().forEach(key -> columns.add(key.value("x") + " AS " + key.temporary()));
        for (PlannedColumn field : fields) {
            String has = "substr(x." + Copy.PRESENCE + ", " + (index(field) + 1) + ", 1) = '1'";
            // Converted later: of arrays the server would make one of more dimensions.
            columns.add("(array_agg(x." + field.temporary() + " ORDER BY x." + MergeSql.ARRIVAL
                    + " DESC) FILTER (WHERE " + has + "))[1] AS " + field.temporary());
            columns.add("bool_or(" + has + ") AS has_" + field.temporary());
        }
        for (PlannedColumn one : metadata) {
            columns.add("(array_agg(" + one.value("x") + " ORDER BY x." + MergeSql.ARRIVAL + " DESC))[1] AS "
                    + one.temporary());
        }
        String sameKey = plan.keys().stream()
                .map(key -> key.value("r") + " = " + key.value("x"))
                .collect(Collectors.joining(" AND "));
        return "SELECT " + String.join(", ", columns) + " FROM " + Copy.PARTS + " AS x WHERE NOT EXISTS (SELECT FROM "
                + Copy.ROWS + " AS r WHERE " + sameKey + " AND r." + MergeSql.ARRIVAL + " >= " + firstSequence + " + x."
                + Copy.ROWS_BEFORE + ") GROUP BY "
                + plan.keys().stream().map(key -> key.value("x")).collect(Collectors.joining(", "));
    }

    private String update() {
        Stream<String> sets = Stream.concat(
                fields.stream().map(field -> field.quoted() + " = " + value(field)),
                metadata.stream().map(one -> one.quoted() + " = d." + one.temporary()));
        List<PlannedColumn> marks = metadata.stream()
                .filter(one -> one.name().equals(Metadata.DELETED_AT.column())
                        || one.name().equals(Metadata.TABLE_VERSION.column()))
                .toList();
        String before = Stream.concat(fields.stream(), marks.stream())
                .map(column -> column.compared("t." + column.quoted()))
                .collect(Collectors.joining(", "));
        String after = Stream.concat(
                        fields.stream().map(field -> field.compared(value(field))),
                        marks.stream().map(one -> one.compared("d." + one.temporary())))
                .collect(Collectors.joining(", "));
        return "UPDATE " + plan.table().quoted() + " AS t SET " + sets.collect(Collectors.joining(", "))
                + " FROM d WHERE " + keyOfTable() + " AND ROW(" + before + ") IS DISTINCT FROM ROW(" + after + ")";
    }

    private String insert() {
        List<PlannedColumn> columns =
                Stream.of(plan.keys(), fields, metadata).flatMap(List::stream).toList();
        return "INSERT INTO " + plan.table().quoted() + " (" + MergeSql.join(columns, PlannedColumn::quoted)
                + ") SELECT " + MergeSql.join(columns, this::inserted)
                + " FROM d WHERE NOT EXISTS (SELECT FROM " + plan.table().quoted() + " AS t WHERE " + keyOfTable()
                + ") ON CONFLICT DO NOTHING";
    }

    private String keyOfTable() {
        return plan.keys().stream()
                .map(key -> "t." + key.quoted() + " = d." + key.temporary())
                .collect(Collectors.joining(" AND "));
    }

    private String inserted(PlannedColumn column) {
        String value = "d." + column.temporary();
        return fields.contains(column) ? column.converted(value) : value;
    }

    private static String value(PlannedColumn field) {
        return "CASE WHEN d.has_" + field.temporary() + " THEN " + field.converted("d." + field.temporary())
                + " ELSE t." + field.quoted() + " END";
    }

    private static int index(PlannedColumn column) {
        return Integer.parseInt(column.temporary().substring(1));
    }
}
