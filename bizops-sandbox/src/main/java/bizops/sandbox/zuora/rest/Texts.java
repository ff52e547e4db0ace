package bizops.sandbox.zuora.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a file writes values.
 *
 * @param zone of dates with time
 * @param offset the pattern of its offset, such as {@code xx} for {@code +0000}
 * @param labels dates as the user interface has them
 * @param nothing the text for a value that is not there
 * @param times writes an instant
 */
record Texts(ZoneId zone, String offset, boolean labels, String nothing, DateTimeFormatter times) {
    /** The zone of Zuora's own machines: an instant that is midnight there is written as a mere date. */
    static final ZoneId SYSTEM = ZoneId.of("America/Los_Angeles");

    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT);

    Texts(ZoneId zone, String offset, boolean labels, String nothing) {
        this(
                zone,
                offset,
                labels,
                nothing,
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss" + offset, Locale.ROOT)
                        .withZone(zone));
    }

    String text(@Nullable Object value) {
        if (value == null) {
            return nothing;
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof LocalDate date) {
            return labels ? AMERICAN.format(date) : date.toString();
        }
        return value instanceof Instant instant ? text(instant) : value.toString();
    }

    private String text(Instant instant) {
        ZonedDateTime there = instant.atZone(SYSTEM);
        return there.toLocalTime().equals(LocalTime.MIDNIGHT) ? text(there.toLocalDate()) : times.format(instant);
    }
}
