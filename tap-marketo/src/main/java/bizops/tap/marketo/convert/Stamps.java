package bizops.tap.marketo.convert;

import bizops.singer.convert.BadValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Dates and times in the forms of the API: {@code 2022-02-13T14:06:20Z} in files, {@code +0000} in activities, and
 * {@code Z+0000} with both marks in assets. Requests want no fractions of a second. Stateless.
 */
public final class Stamps {
    private static final int DATE_LENGTH = 10;
    /** What nearly every text of a file looks like; a row has several, so these do without a formatter. */
    private static final String PLACES = "0000-00-00T00:00:00Z";

    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX]")
            .parseDefaulting(java.time.temporal.ChronoField.OFFSET_SECONDS, 0)
            .toFormatter(Locale.ROOT);

    private Stamps() {}

    /** The point in time, or a {@link DateTimeException}; a text without zone counts as UTC, a day as its midnight. */
    public static Instant parse(String text) {
        return hasPlaces(text) ? ofPlaces(text) : ofAnyForm(text);
    }

    private static Instant ofPlaces(String text) {
        try {
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException odd) {
            return ofAnyForm(text); // which takes 24:00 for the end of a day
        }
    }

    private static Instant ofAnyForm(String text) {
        String plain = text.strip().replaceFirst("Z(?=[+-])", "");
        if (plain.length() == DATE_LENGTH) {
            return LocalDate.parse(plain).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return OffsetDateTime.parse(plain, DATE_TIME).toInstant();
    }

    private static boolean hasPlaces(String text) {
        if (text.length() != PLACES.length()) {
            return false;
        }
        for (int i = 0; i < PLACES.length(); i++) {
            char place = PLACES.charAt(i);
            char c = text.charAt(i);
            if (place == '0' ? c < '0' || c > '9' : c != place) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }

    /** As requests want it: UTC, whole seconds. */
    public static String format(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static Instant dateTime(String text) throws BadValueException {
        try {
            return parse(text);
        } catch (DateTimeException wrong) {
            throw new BadValueException(text, "no date-time");
        }
    }

    /** The day; a time behind it is left out, for it is always midnight. */
    static LocalDate date(String text) throws BadValueException {
        try {
            String day = text.strip();
            return LocalDate.parse(day.length() > DATE_LENGTH ? day.substring(0, DATE_LENGTH) : day);
        } catch (DateTimeException wrong) {
            throw new BadValueException(text, "no date");
        }
    }
}
