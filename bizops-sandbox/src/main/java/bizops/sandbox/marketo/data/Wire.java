package bizops.sandbox.marketo.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Values as Marketo writes them. */
public final class Wire {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LENIENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT);

    private Wire() {}

    /** For example {@code 2022-02-13T14:06:20Z}: never milliseconds. */
    public static String instant(Instant instant) {
        return SECONDS.format(instant);
    }

    /** Reads a time with a zone of either spelling. */
    public static Instant parse(String text) {
        return OffsetDateTime.parse(text, LENIENT).toInstant();
    }

    /** A single value as text, with every digit. */
    public static String text(Object value) {
        return value instanceof Instant instant
                ? instant(instant)
                : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
