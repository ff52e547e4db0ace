package bizops.singer.json;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Instants as {@link Instant#toString} writes them: RFC 3339 in UTC, with no, three, six or nine digits of a second. Rows
 * have several, and the formatter behind {@code toString} costs ten times as much. Stateless.
 */
public final class InstantText {
    private static final long FIRST_SECOND = -62_167_219_200L; // 0000-01-01
    private static final long LAST_SECOND = 253_402_300_799L; // 9999-12-31
    private static final int LONGEST = "2024-09-24T03:26:07.000000000Z".length();
    private static final int NANOS_DIGITS = 9;

    private InstantText() {}

    /** The text of a moment. */
    public static String of(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < FIRST_SECOND || second > LAST_SECOND) {
            return instant.toString();
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond(second, instant.getNano(), ZoneOffset.UTC);
        char[] text = new char[LONGEST];
        put(text, 0, 4, time.getYear());
        text[4] = '-';
        put(text, 5, 2, time.getMonthValue());
        text[7] = '-';
        put(text, 8, 2, time.getDayOfMonth());
        text[10] = 'T';
        put(text, 11, 2, time.getHour());
        text[13] = ':';
        put(text, 14, 2, time.getMinute());
        text[16] = ':';
        put(text, 17, 2, time.getSecond());
        int end = fraction(text, 19, time.getNano());
        text[end] = 'Z';
        return new String(text, 0, end + 1);
    }

    /** Writes as many groups of three digits as are needed; gives the place behind them. */
    private static int fraction(char[] text, int from, int nano) {
        if (nano == 0) {
            return from;
        }
        text[from] = '.';
        put(text, from + 1, NANOS_DIGITS, nano);
        int digits = nano % 1_000_000 == 0 ? 3 : nano % 1_000 == 0 ? 6 : NANOS_DIGITS;
        return from + 1 + digits;
    }

    private static void put(char[] text, int from, int digits, int number) {
        int rest = number;
        for (int i = from + digits - 1; i >= from; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
