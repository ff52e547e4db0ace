package bizops.sandbox.zuora.zoql;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Literals of dates and times. */
final class Literals {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern LOCAL = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?");
    private static final Pattern OFFSET =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:?\\d{2})");
    private static final Pattern WITH_SPACE = Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}.*");
    private static final DateTimeFormatter ANY_OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT);

    private Literals() {}

    /** A stretch of time, its end excluded. */
    record Span(Instant start, Instant end) {
        /** Where an instant lies: before, in or after it. */
        int place(Instant instant) {
            return instant.isBefore(start) ? -1 : instant.isBefore(end) ? 0 : 1;
        }
    }

    /** The second, or the whole day, that a literal means; null for a form whose predicate Zuora drops without a word. */
    static @Nullable Span span(String literal, ZoneId zone) {
        if (WITH_SPACE.matcher(literal).matches()) {
            return null;
        }
        try {
            if (DATE.matcher(literal).matches()) {
                LocalDate day = LocalDate.parse(literal);
                return new Span(
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant());
            }
            if (LOCAL.matcher(literal).matches()) {
                return second(LocalDateTime.parse(literal).atZone(zone).toInstant());
            }
            if (OFFSET.matcher(literal).matches()) {
                return second(OffsetDateTime.parse(literal, ANY_OFFSET).toInstant());
            }
        } catch (DateTimeException e) {
            throw new ZoqlException("Invalid date: " + literal);
        }
        throw new ZoqlException("Invalid date: " + literal);
    }

    private static Span second(Instant instant) {
        return new Span(instant, instant.plusSeconds(1));
    }

    /** The day that a literal means to a date field; null where the predicate is dropped. */
    static @Nullable LocalDate day(String literal, ZoneId zone) {
        Span span = span(literal, zone);
        if (span == null) {
            return null;
        }
        return DATE.matcher(literal).matches()
                ? LocalDate.parse(literal)
                : span.start().atZone(zone).toLocalDate();
    }
}
