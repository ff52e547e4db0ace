package bizops.tap.zuora.query;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How names and values are written in Export ZOQL; every query text goes through here. Stateless.
 *
 * <p>A date-time without {@code T} is no error to Zuora: the condition is dropped and the whole table comes back. One
 * without an offset is read in the tenant's zone, and fractions of a second are refused.
 */
public final class Zoql {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Zoql() {}

    /** Whether the text can be the name of an object, field or relation. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** A name, or two with a dot between, as they stand in a query; anything else is refused, for it cannot be quoted. */
    public static String name(String name) {
        int dot = name.indexOf('.');
        boolean plain = dot < 0 ? isName(name) : isName(name.substring(0, dot)) && isName(name.substring(dot + 1));
        if (!plain) {
            throw new IllegalArgumentException("\"" + name + "\" is no name of Zuora's");
        }
        return name;
    }

    /** A text in quotes, quotes inside doubled. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''").replace("\"", "\"\"") + "'";
    }

    /** A point in time in UTC, to the second: {@code '2026-01-01T00:00:00Z'}; what is finer is cut off. */
    public static String literal(Instant instant) {
        return "'" + DATE_TIME.format(instant.truncatedTo(ChronoUnit.SECONDS)) + "'";
    }
}
