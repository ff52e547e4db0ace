package bizops.tap.salesforce.convert;

import bizops.singer.convert.BadValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

    private static final String PLACES = "0000-00-00T00:00:00.000";
    private static final int REST_LENGTH = PLACES.length() + "+0000".length();
    private static final long NANOS_PER_MILLI = 1_000_000;

    private Stamps() {}

    /** The point in time, or empty-handed with a {@link DateTimeException}. */
    public static Instant parse(String text) {
        if (text.length() == REST_LENGTH && text.endsWith("+0000") && hasPlaces(text)) {
            return ofPlaces(text);
        }
        return OffsetDateTime.parse(text, DATE_TIME).toInstant();
    }

    /** Whether text of the usual length has digits and signs where they belong; a row has several such, so no formatter. */
    private static boolean hasPlaces(String text) {
        for (int i = 0; i < PLACES.length(); i++) {
            char place = PLACES.charAt(i);
            char c = text.charAt(i);
            if (place == '0' ? c < '0' || c > '9' : c != place) {
                return false;
            }
        }
        return true;
    }

    private static Instant ofPlaces(String text) {
        try {
            long second = LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19))
                    .toEpochSecond(ZoneOffset.UTC);
            return Instant.ofEpochSecond(second, number(text, 20, 23) * NANOS_PER_MILLI);
        } catch (DateTimeException odd) {
            return OffsetDateTime.parse(text, DATE_TIME).toInstant(); // which takes 24:00 for the end of a day
        }
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
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
