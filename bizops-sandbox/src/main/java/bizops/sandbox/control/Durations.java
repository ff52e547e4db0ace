package bizops.sandbox.control;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 30d}, {@code 12h}, {@code 90s}, {@code P30D}, {@code PT90S}. */
public final class Durations {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,6})([dhms])");

    private Durations() {}

    public static Duration parse(String text) {
        Matcher matcher = SHORT.matcher(text);
        try {
            Duration duration = matcher.matches()
                    ? switch (matcher.group(2)) {
                        case "d" -> Duration.ofDays(Long.parseLong(matcher.group(1)));
                        case "h" -> Duration.ofHours(Long.parseLong(matcher.group(1)));
                        case "m" -> Duration.ofMinutes(Long.parseLong(matcher.group(1)));
                        default -> Duration.ofSeconds(Long.parseLong(matcher.group(1)));
                    }
                    : Duration.parse(text.toUpperCase(Locale.ROOT));
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no duration; write 30d, 12h, 90s or P30D", e);
        }
        throw new IllegalArgumentException("\"" + text + "\" goes back; the clock only moves on");
    }
}
