package bizops.sandbox.salesforce.soql;

import bizops.sandbox.salesforce.data.Field;
import bizops.sandbox.salesforce.data.RecordId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How field values compare in SOQL: text without case, ids by 15 characters with case. */
final class Values {
    private Values() {}

    /** Compares two values of one field, neither null. */
    static int compare(Field field, Object left, Object right) {
        return switch (field.type().kind()) {
            case TEXT -> text(field, (String) left).compareTo(text(field, (String) right));
            case NUMBER -> ((BigDecimal) left).compareTo((BigDecimal) right);
            case BOOLEAN -> ((Boolean) left).compareTo((Boolean) right);
            case DATE -> ((LocalDate) left).compareTo((LocalDate) right);
            case DATETIME -> ((Instant) left).compareTo((Instant) right);
            case COMPOUND -> throw new IllegalStateException("an address has no order");
        };
    }

    private static String text(Field field, String value) {
        return field.type().isId() ? RecordId.shortForm(value) : value.toLowerCase(Locale.ROOT);
    }

    /** The value that a literal stands for in comparisons with a field, null for null; refuses another type. */
    static @Nullable Object of(Field field, Literal literal) {
        if (literal instanceof Literal.Null) {
            return null;
        }
        Object value = value(literal);
        boolean quoted = literal instanceof Literal.Text;
        boolean fits = switch (field.type().kind()) {
            case TEXT -> quoted;
            case NUMBER -> value instanceof BigDecimal;
            case BOOLEAN -> value instanceof Boolean;
            case DATE -> value instanceof LocalDate;
            case DATETIME -> value instanceof Instant;
            case COMPOUND -> false;
        };
        if (!fits) {
            throw new SoqlException(
                    "INVALID_FIELD",
                    "value of filter criterion for field '" + field.name() + "' must be of type " + typeName(field)
                            + (field.type().kind() == bizops.sandbox.salesforce.data.FieldType.Kind.TEXT
                                    ? " and should be enclosed in quotes"
                                    : " and should not be enclosed in quotes"));
        }
        checkId(field, value);
        return value;
    }

    private static void checkId(Field field, Object value) {
        if (field.type().isId()
                && value instanceof String id
                && !id.isEmpty()
                && !id.matches("[0-9A-Za-z]{15}|[0-9A-Za-z]{18}")) {
            throw new SoqlException("INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: " + id);
        }
    }

    private static Object value(Literal literal) {
        if (literal instanceof Literal.Text text) {
            return text.value();
        }
        if (literal instanceof Literal.Numeric number) {
            return number.value();
        }
        if (literal instanceof Literal.Bool bool) {
            return bool.value();
        }
        if (literal instanceof Literal.Date date) {
            return date.value();
        }
        if (literal instanceof Literal.DateTime dateTime) {
            return dateTime.value();
        }
        throw new IllegalStateException("no plain value: " + literal);
    }

    private static String typeName(Field field) {
        return switch (field.type().kind()) {
            case DATETIME -> "dateTime";
            case DATE -> "date";
            case BOOLEAN -> "boolean";
            case NUMBER -> field.type().apiName();
            case TEXT, COMPOUND -> "string";
        };
    }
}
