package bizops.transform.staging;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import bizops.transform.raw.RawColumn;
import bizops.transform.raw.RawTable;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Record3;

/**
 * How well a raw column can carry a meaning. It counts values and keeps none of them. Immutable.
 *
 * @param rows rows of the table
 * @param given values that are not blank
 * @param read those of them that can be read as the type
 */
public record ColumnProfile(RawColumn column, ColumnType type, long rows, long given, long read) {

    /**
     * Counts them in one statement.
     *
     * @param functionSchema where {@code to_num} and the others are
     */
    public static ColumnProfile of(
            DSLContext statements, String functionSchema, RawTable table, RawColumn column, ColumnType type) {
        Conversion conversion = new Conversion(functionSchema, ZoneOffset.UTC);
        Record3<Integer, Integer, Integer> counts = statements
                .select(
                        count(),
                        count().filterWhere(conversion.isGiven(column)),
                        count().filterWhere(conversion.isRejected(column, type)))
                .from(table(name(table.schema(), table.name())).as("r"))
                .fetchSingle();
        return new ColumnProfile(
                column, type, counts.value1(), counts.value2(), (long) counts.value2() - counts.value3());
    }

    /** Whether every value can be read, and there is one. */
    public boolean fits() {
        return given > 0 && read == given;
    }

    /** Such as {@code text, 98 % filled, 100 % read as number}. */
    public String text() {
        String filled = rows == 0 ? "no rows" : percent(given, rows) + " filled";
        String readable = given == 0
                ? ""
                : ", " + percent(read, given) + " read as " + type.name().toLowerCase(Locale.ROOT);
        return column.type() + ", " + filled + (type.isText() ? "" : readable);
    }

    /** Rounded down, so that 100 % is all; what is more than nothing is at least 1 %. */
    private static String percent(long part, long whole) {
        return part == 0 ? "0 %" : Math.max(1, part * 100 / whole) + " %";
    }
}
