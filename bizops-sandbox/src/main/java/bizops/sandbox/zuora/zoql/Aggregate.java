package bizops.sandbox.zuora.zoql;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One aggregate of a Data Query over all its rows, such as {@code sum(amount) AS total}. Immutable.
 *
 * @param column null for {@code count(*)}
 * @param name of its column in the answer: the alias, else {@code _col0} and so on, as Trino has it
 */
public record Aggregate(Kind kind, @Nullable Column column, String name) {
    /** The functions that there are here. */
    enum Kind {
        COUNT,
        SUM,
        MIN,
        MAX;

        static boolean has(String word) {
            for (Kind kind : values()) {
                if (kind.name().equalsIgnoreCase(word)) {
                    return true;
                }
            }
            return false;
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Checks that the function takes the column. */
    public Aggregate {
        boolean number = column != null && column.field().type().isNumber();
        if (kind == Kind.SUM && !number) {
            throw new ZoqlException("Unexpected parameters (varchar) for function sum");
        }
    }

    /** The answer over those rows; null over no value, but for a count. */
    public @Nullable Object over(List<Found> rows) {
        Column of = column;
        if (of == null) {
            return BigDecimal.valueOf(rows.size());
        }
        List<Object> values =
                rows.stream().map(of::value).filter(Objects::nonNull).toList();
        if (kind == Kind.COUNT) {
            return BigDecimal.valueOf(values.size());
        }
        return values.stream().reduce(this::both).orElse(null);
    }

    @SuppressWarnings("unchecked") // values of one column are of one class, and all classes of values compare
    private Object both(Object left, Object right) {
        if (kind == Kind.SUM) {
            return ((BigDecimal) left).add((BigDecimal) right);
        }
        boolean leftIsLess = ((Comparable<Object>) left).compareTo(right) < 0;
        return leftIsLess == (kind == Kind.MIN) ? left : right;
    }
}
