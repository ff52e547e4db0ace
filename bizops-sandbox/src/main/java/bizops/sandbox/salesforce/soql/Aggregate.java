package bizops.sandbox.salesforce.soql;

import bizops.sandbox.salesforce.data.FieldType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One aggregate of a query over all its rows, such as {@code SUM(Amount) total} (SOQL and SOSL Reference, "Aggregate
 * Functions"). Immutable.
 *
 * @param name its key in the answer: the alias, else {@code expr0} and so on
 */
public record Aggregate(Kind kind, Column column, String name) {
    /** The functions that there are here. */
    public enum Kind {
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

    /** Whether fields of that type can be aggregated so. */
    static boolean fits(Kind kind, FieldType type) {
        return switch (kind) {
            case COUNT -> type != FieldType.ADDRESS && type != FieldType.TEXTAREA && type != FieldType.BOOLEAN;
            case SUM -> type.kind() == FieldType.Kind.NUMBER;
            case MIN, MAX ->
                type.kind() == FieldType.Kind.NUMBER
                        || type.kind() == FieldType.Kind.DATE
                        || type.kind() == FieldType.Kind.DATETIME;
        };
    }

    /**
     * The answer over those rows: a number for COUNT, for other functions null over no value.
     *
     * @param value of this column in a row
     */
    <R> @Nullable Object over(List<R> rows, Function<R, @Nullable Object> value) {
        List<Object> values = rows.stream().map(value).filter(Objects::nonNull).toList();
        if (kind == Kind.COUNT) {
            return BigDecimal.valueOf(values.size());
        }
        return values.stream().reduce(this::both).orElse(null);
    }

    private Object both(Object left, Object right) {
        if (kind == Kind.SUM) {
            return ((BigDecimal) left).add((BigDecimal) right);
        }
        boolean leftIsLess = Values.compare(column.field(), left, right) < 0;
        return leftIsLess == (kind == Kind.MIN) ? left : right;
    }
}
