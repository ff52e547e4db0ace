package bizops.tap.salesforce.query;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How names and values are written in SOQL; every query text goes through here. Thread-safe.
 *
 * <p>Escapes: SOQL and SOSL Reference, "Quoted String Escape Sequences".
 */
public final class Soql {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Soql() {}

    /** Whether the text can be the name of an object or field. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** A name as it stands in a query; anything that is not a plain API name is refused, since SOQL cannot quote. */
    public static String name(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("\"" + name + "\" is no API name");
        }
        return name;
    }

    /** A text in quotes, with everything escaped that would end or change it. */
    public static String literal(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('\'');
        for (int i = 0; i < text.length(); i++) {
            quoted.append(escape(text.charAt(i)));
        }
        return quoted.append('\'').toString();
    }

    /** A point in time, unquoted and with its zone, to the millisecond. */
    public static String literal(Instant instant) {
        return DATE_TIME.format(instant);
    }

    private static String escape(char c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '\'' -> "\\'";
            case '"' -> "\\\"";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default -> String.valueOf(c);
        };
    }
}
