package bizops.singer.state;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Reads points in time in the spellings that vendors and older states use. Stateless. */
final class Moments {
    private static final DateTimeFormatter LENIENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "+0000")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private Moments() {}

    /** An instant; without a zone UTC is meant, without a time midnight. */
    static Instant instant(Object value) {
        if (value instanceof Instant instant) {
            return instant;
        }
        if (value instanceof LocalDate date) {
            return date.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        String text = value.toString().strip();
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        String normal = text.length() > 10 && text.charAt(10) == ' ' ? text.replaceFirst(" ", "T") : text;
        TemporalAccessor parsed = LENIENT.parseBest(normal, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime zoned
                ? zoned.toInstant()
                : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
    }

    /** A day; of a date-time the day in UTC. */
    static LocalDate date(Object value) {
        if (value instanceof LocalDate date) {
            return date;
        }
        String text = value.toString().strip();
        return text.length() == 10 ? LocalDate.parse(text) : LocalDate.ofInstant(instant(value), ZoneOffset.UTC);
    }
}
