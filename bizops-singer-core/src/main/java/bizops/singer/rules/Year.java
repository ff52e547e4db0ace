package bizops.singer.rules;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The first of January of a date's year. Stateless. */
final class Year {
    private static final int LAST = 9999;
    private static final Pattern LOCAL = Pattern.compile("(\\d{4})-\\d{2}(-\\d{2}.*)?");
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private Year() {}

    /** Its first day, or null if the text is no date. */
    static @Nullable String day(String text) {
        String year = year(text.strip());
        return year == null ? null : year + "-01-01";
    }

    /** Its first moment in UTC, or null if the text is no date. */
    static @Nullable String moment(String text) {
        String day = day(text);
        return day == null ? null : day + "T00:00:00Z";
    }

    /** Moments with an offset count in UTC, as a database compares them; others by their own calendar. */
    private static @Nullable String year(String text) {
        try {
            int year = OffsetDateTime.parse(text.replace(' ', 'T'), MOMENT)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .getYear();
            return year < 0 || year > LAST ? null : String.format(Locale.ROOT, "%04d", year);
        } catch (DateTimeException withoutOffset) {
            Matcher local = LOCAL.matcher(text);
            return local.matches() ? local.group(1) : null;
        }
    }
}
