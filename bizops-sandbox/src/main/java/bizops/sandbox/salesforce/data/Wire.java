package bizops.sandbox.salesforce.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Values as the REST API writes them. */
public final class Wire {
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter BULK_INSTANT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LENIENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT);

    private Wire() {}

    /** For example {@code 2024-09-24T03:26:07.000+0000}: no colon in the zone. */
    public static String instant(Instant instant) {
        return INSTANT.format(instant);
    }

    /** As the Bulk API writes it, with {@code Z}: {@code 2024-09-24T03:26:07.000Z}. */
    public static String bulkInstant(Instant instant) {
        return BULK_INSTANT.format(instant);
    }

    /** Reads an instant with a zone of either spelling. */
    public static Instant parseInstant(String text) {
        return OffsetDateTime.parse(text, LENIENT).toInstant();
    }

    /** A number as Java's double prints it ({@code 1.39E8}) where that keeps every digit, else plain digits. */
    public static String number(Field field, BigDecimal value) {
        if (field.type() == FieldType.INT) {
            return value.toPlainString();
        }
        String asDouble = Double.toString(value.doubleValue());
        return !asDouble.contains("n") && new BigDecimal(asDouble).compareTo(value) == 0
                ? asDouble
                : value.toPlainString();
    }

    /** A value as plain text with every digit, for comparison by tests. */
    public static String exact(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Instant instant
                ? instant(instant)
                : value instanceof LocalDate date ? date.toString() : value.toString();
    }
}
