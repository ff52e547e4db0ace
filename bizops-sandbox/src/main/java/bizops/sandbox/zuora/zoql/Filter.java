package bizops.sandbox.zuora.zoql;

import bizops.sandbox.zuora.data.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Turns a condition into a test; a comparison with nothing is neither true nor false, and then the row is left out. */
final class Filter {
    private final Resolver resolver;
    private final ZoneId zone;
    private final Set<Column> used;

    /** @param used collects the columns that the condition reads */
    Filter(Resolver resolver, ZoneId zone, Set<Column> used) {
        this.resolver = resolver;
        this.zone = zone;
        this.used = used;
    }

    /** A condition on a row: true, false, or null for unknown. */
    interface Test {
        @Nullable
        Boolean of(Found row);
    }

    /** Null if there is nothing to test: no condition, or one that is dropped. */
    @Nullable
    Test compile(@Nullable Condition condition) {
        if (condition == null) {
            return null;
        }
        if (condition instanceof Condition.And and) {
            return joined(and.parts(), false);
        }
        if (condition instanceof Condition.Or or) {
            return joined(or.parts(), true);
        }
        if (condition instanceof Condition.Not not) {
            Test part = compile(not.part());
            return part == null ? null : row -> negated(part.of(row));
        }
        if (condition instanceof Condition.IsNull isNull) {
            Column column = column(isNull.path());
            return row -> (column.value(row) == null) != isNull.negated();
        }
        return comparison((Condition.Comparison) condition);
    }

    private static @Nullable Boolean negated(@Nullable Boolean value) {
        return value == null ? null : Boolean.valueOf(!value);
    }

    /** And, or or: the deciding value of any part decides, else an unknown part makes all unknown. */
    private @Nullable Test joined(List<Condition> conditions, boolean deciding) {
        List<Test> parts = new ArrayList<>(
                conditions.stream().map(this::compile).filter(Objects::nonNull).toList());
        if (parts.isEmpty()) {
            return null;
        }
        return row -> {
            Boolean all = !deciding;
            for (Test part : parts) {
                Boolean value = part.of(row);
                if (value != null && value == deciding) {
                    return deciding;
                }
                all = value == null ? null : all;
            }
            return all;
        };
    }

    private Column column(Query.Path path) {
        Column column = resolver.column(path);
        used.add(column);
        return column;
    }

    private @Nullable Test comparison(Condition.Comparison comparison) {
        Column column = column(comparison.path());
        Operator operator = comparison.operator();
        String literal = comparison.literal();
        if (operator == Operator.LIKE) {
            return like(column, literal);
        }
        ToIntFunction<Object> place = place(column.field(), literal);
        if (place == null) {
            return null;
        }
        return row -> {
            Object value = column.value(row);
            return value == null ? null : Boolean.valueOf(operator.holds(place.applyAsInt(value)));
        };
    }

    /** How a value of the field compares with a literal; null where Zuora drops the predicate. */
    private @Nullable ToIntFunction<Object> place(Field field, String literal) {
        switch (field.type()) {
            case DATETIME -> {
                Literals.Span span = Literals.span(literal, zone);
                return span == null ? null : value -> span.place((Instant) value);
            }
            case DATE -> {
                LocalDate day = Literals.day(literal, zone);
                return day == null ? null : value -> ((LocalDate) value).compareTo(day);
            }
            case INTEGER, NUMBER, DECIMAL -> {
                BigDecimal number = number(literal);
                return value -> ((BigDecimal) value).compareTo(number);
            }
            case BOOLEAN -> {
                if (!literal.equalsIgnoreCase("true") && !literal.equalsIgnoreCase("false")) {
                    throw new ZoqlException("Invalid boolean: " + literal);
                }
                boolean wanted = literal.equalsIgnoreCase("true");
                return value -> Boolean.compare((Boolean) value, wanted);
            }
            default -> {
                return value -> value.toString().compareTo(literal);
            }
        }
    }

    private static BigDecimal number(String literal) {
        try {
            return new BigDecimal(literal);
        } catch (NumberFormatException e) {
            throw new ZoqlException("Invalid number: " + literal);
        }
    }

    /** One percent sign, at the start or at the end. */
    private static Test like(Column column, String pattern) {
        if (!column.field().type().isText()) {
            throw new ZoqlException(
                    "like is for text fields, not " + column.field().name());
        }
        String bare = pattern.replace("%", "");
        int signs = pattern.length() - bare.length();
        String text = bare.toLowerCase(Locale.ROOT);
        boolean ends = pattern.startsWith("%");
        if (signs > 1 || (signs == 1 && !ends && !pattern.endsWith("%"))) {
            throw new ZoqlException("like takes one percent sign, at an end");
        }
        return row -> {
            Object value = column.value(row);
            if (value == null) {
                return null;
            }
            String found = value.toString().toLowerCase(Locale.ROOT);
            return signs == 0 ? found.equals(text) : ends ? found.endsWith(text) : found.startsWith(text);
        };
    }
}
