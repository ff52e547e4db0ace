package bizops.tap.zuora.query;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of an object to count it, in the SQL of Data Query, where deleted rows come only if the column {@code
 * deleted} is named. Immutable.
 *
 * @param cursor the field that the bounds hold; empty for an object without one, which has no bounds
 * @param from first stamp inside; empty for no beginning
 * @param before first stamp outside; empty for no end
 * @param sums names of the fields to sum
 */
public record CountQuery(
        String object, Optional<String> cursor, Optional<Instant> from, Optional<Instant> before, List<String> sums) {
    /** The columns of the answer; each sum is this with its position, from 0. */
    public static final String ROWS = "counted";

    public static final String NEWEST = "newest";
    public static final String SUM = "sum_";

    public CountQuery {
        sums = List.copyOf(sums);
    }

    /** The statement that counts and sums. */
    public String totals() {
        List<String> asked = new ArrayList<>(List.of("count(*) AS " + ROWS));
        cursor.ifPresent(name -> asked.add("max(" + Sql.column(name) + ") AS " + NEWEST));
        for (int i = 0; i < sums.size(); i++) {
            asked.add("sum(" + Sql.column(sums.get(i)) + ") AS " + SUM + i);
        }
        List<String> conditions = new ArrayList<>();
        cursor.map(Sql::column).ifPresent(name -> {
            from.ifPresent(start -> conditions.add(name + " >= " + second(start)));
            before.ifPresent(end -> conditions.add(name + " < " + second(end)));
        });
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return "SELECT " + String.join(", ", asked) + " FROM " + Sql.column(object) + where;
    }

    /** The statement for the ids of rows stamped at {@code before} or later, the deleted ones too. */
    public String changed(int most) {
        return "SELECT id, deleted FROM " + Sql.column(object) + " WHERE " + Sql.column(cursor.orElseThrow()) + " >= "
                + second(before.orElseThrow()) + " LIMIT " + most;
    }

    /** Stamps are whole seconds, so a bound within a second is the next one. */
    private static String second(Instant bound) {
        Instant second = bound.truncatedTo(ChronoUnit.SECONDS);
        return Sql.literal(second.equals(bound) ? second : second.plusSeconds(1));
    }
}
