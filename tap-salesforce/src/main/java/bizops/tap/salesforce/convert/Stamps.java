package bizops.tap.salesforce.convert;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/**
 * Dates and times as the API writes them: {@code 2024-09-24T03:26:07.000+0000} (no colon), or with {@code Z} or a colon
 * in other interfaces. Years such as 0019 occur and are kept.
 */
public final class Stamps {
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT);

    private Stamps() {}

    /** The point in time, or empty-handed with a {@link DateTimeException}. */
    public static Instant parse(String text) {
        return OffsetDateTime.parse(text, DATE_TIME).toInstant();
    }

    static Instant dateTime(String text) throws BadValueException {
        try {
            return parse(text);
        } catch (DateTimeException wrong) {
            throw new BadValueException(text, "no date-time");
        }
    }

    static LocalDate date(String text) throws BadValueException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw new BadValueException(text, "no date");
        }
    }
}
