package bizops.sandbox.salesforce.soql;

import bizops.sandbox.salesforce.data.Field;
import bizops.sandbox.salesforce.data.FieldType;
import bizops.sandbox.salesforce.data.Formulas;
import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.data.SObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a condition into a test of rows; a field that is null satisfies {@code !=}, {@code NOT IN} and {@code = null}. */
final class Filter {
    private final Org org;
    private final Formulas formulas;
    private final SObject type;
    private final Resolver resolver;

    Filter(Org org, SObject type, Resolver resolver) {
        this.org = org;
        this.formulas = new Formulas(org);
        this.type = type;
        this.resolver = resolver;
    }

    Predicate<Map<String, Object>> compile(@Nullable Condition condition) {
        if (condition == null) {
            return values -> true;
        }
        if (condition instanceof Condition.And and) {
            List<Predicate<Map<String, Object>>> parts =
                    and.parts().stream().map(this::compile).toList();
            return values -> parts.stream().allMatch(part -> part.test(values));
        }
        if (condition instanceof Condition.Or or) {
            List<Predicate<Map<String, Object>>> parts =
                    or.parts().stream().map(this::compile).toList();
            return values -> parts.stream().anyMatch(part -> part.test(values));
        }
        if (condition instanceof Condition.Not not) {
            return compile(not.part()).negate();
        }
        if (condition instanceof Condition.In in) {
            return in(in);
        }
        return comparison((Condition.Comparison) condition);
    }

    private Predicate<Map<String, Object>> in(Condition.In in) {
        Column column = resolver.filterable(type, in.path());
        List<Predicate<@Nullable Object>> tests = in.values().stream()
                .map(literal -> test(column.field(), Operator.EQUAL, literal))
                .toList();
        return values -> {
            Object value = value(column, values);
            return tests.stream().anyMatch(test -> test.test(value)) != in.negated();
        };
    }

    private Predicate<Map<String, Object>> comparison(Condition.Comparison comparison) {
        Column column = resolver.filterable(type, comparison.path());
        Predicate<@Nullable Object> test = test(column.field(), comparison.operator(), comparison.value());
        return values -> test.test(value(column, values));
    }

    @Nullable
    Object value(Column column, Map<String, Object> values) {
        Column.Found owner = column.owner(org, type, values);
        return owner == null
                ? null
                : owner.type()
                        .field(column.field().name())
                        .map(field -> formulas.value(owner.type(), field, owner.values()))
                        .orElse(null);
    }

    private Predicate<@Nullable Object> test(Field field, Operator operator, Literal literal) {
        if (operator == Operator.LIKE) {
            return like(field, literal);
        }
        if (literal instanceof Literal.Days days) {
            return span(field, operator, days);
        }
        Object wanted = Values.of(field, literal);
        if (wanted == null || wanted.equals("")) {
            return nothing(operator);
        }
        return value ->
                value == null ? operator == Operator.NOT_EQUAL : operator.holds(Values.compare(field, value, wanted));
    }

    private static Predicate<@Nullable Object> nothing(Operator operator) {
        return value ->
                (value == null && operator == Operator.EQUAL) || (value != null && operator == Operator.NOT_EQUAL);
    }

    private static Predicate<@Nullable Object> like(Field field, Literal literal) {
        if (!(literal instanceof Literal.Text text)
                || field.type().kind() != FieldType.Kind.TEXT
                || field.type().isId()) {
            throw new SoqlException(
                    "INVALID_QUERY_FILTER_OPERATOR",
                    "invalid operator on " + field.type().apiName() + " field");
        }
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.value().length(); i++) {
            char c = text.value().charAt(i);
            if (c == '\\' && i + 1 < text.value().length()) {
                regex.append(Pattern.quote(text.value().substring(++i, i + 1)));
            } else {
                regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
            }
        }
        Pattern pattern =
                Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
        return value -> value instanceof String found && pattern.matcher(found).matches();
    }

    private Predicate<@Nullable Object> span(Field field, Operator operator, Literal.Days days) {
        boolean dates = field.type().kind() == FieldType.Kind.DATE;
        if (!dates && field.type().kind() != FieldType.Kind.DATETIME) {
            throw new SoqlException("INVALID_FIELD", "a date literal needs a date field, not '" + field.name() + "'");
        }
        LocalDate today = org.now().atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate first = today.plusDays(days.first());
        LocalDate last = today.plusDays(days.last());
        return value ->
                value != null && operator.holds(place(dates ? (LocalDate) value : day((Instant) value), first, last));
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static int place(LocalDate day, LocalDate first, LocalDate last) {
        return day.isBefore(first) ? -1 : day.isAfter(last) ? 1 : 0;
    }

    /** The paths of a condition, for those who look at its bounds. */
    static Stream<Condition> conjuncts(@Nullable Condition condition) {
        return condition instanceof Condition.And and
                ? and.parts().stream().flatMap(Filter::conjuncts)
                : Stream.of(condition).filter(Objects::nonNull);
    }
}
