package bizops.transform.compare;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;

/** Compares the rows of two tables, all columns but the time of the build, both ways. Immutable. */
record TableComparison(DSLContext statements) {
    private static final String BUILT_AT = "built_at";
    private static final int SAMPLES = 5;
    private static final int LONGEST = 400;

    /** @param shown layer and name, to print */
    TableDifference of(String shown, Name published, Name full) {
        List<String> columns = columns(published);
        List<String> others = columns(full);
        if (!columns.equals(others)) {
            return TableDifference.says(
                    shown,
                    "columns " + String.join(", ", columns) + " as published, " + String.join(", ", others)
                            + " in a full build");
        }
        return new TableDifference(shown, "", only(columns, published, full), only(columns, full, published));
    }

    private TableDifference.Side only(List<String> columns, Name here, Name there) {
        Table<Record> rows = rows(columns, here).exceptAll(rows(columns, there)).asTable("d");
        long found = statements.select(count()).from(rows).fetchSingle().value1();
        if (found == 0) {
            return TableDifference.Side.NONE;
        }
        Field<String> text = left(field("d::text", String.class), LONGEST);
        return new TableDifference.Side(
                found,
                statements.select(text).from(rows).orderBy(text).limit(SAMPLES).fetch(row -> row.value1()));
    }

    private static Select<Record> rows(List<String> columns, Name relation) {
        List<Field<?>> fields =
                columns.stream().<Field<?>>map(column -> field(name(column))).toList();
        return select(fields).from(table(relation));
    }

    private List<String> columns(Name relation) {
        return statements
                .select()
                .from(table(relation))
                .limit(0)
                .fetch()
                .fieldStream()
                .map(Field::getName)
                .filter(column -> !column.equals(BUILT_AT))
                .toList();
    }
}
