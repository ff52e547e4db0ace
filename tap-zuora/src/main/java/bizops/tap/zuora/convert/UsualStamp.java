package bizops.tap.zuora.convert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Days and moments in the one form that nearly all of them have, read without a formatter: {@code 2026-08-04} and {@code
 * 2026-08-04T20:11:15+0000}. Everything else is null, wrong values too. Stateless.
 */
final class UsualStamp {
    private static final int DATE_LENGTH = 10;
    private static final int DATE_TIME_LENGTH = 24;
    private static final int OFFSET = 19;
    private static final String UTC = "+0000";
    private static final int SECONDS_A_DAY = 86_400;
    private static final int ALWAYS_THERE = 28;

    private UsualStamp() {}

    /** A day alone. */
    static @Nullable LocalDate date(String text) {
        return isDate(text) ? leading(text) : null;
    }

    /** Whether it is a day alone, which records write as files do. */
    static boolean isDate(String text) {
        return text.length() == DATE_LENGTH && isDay(text);
    }

    /** A moment that files write in UTC, as records write it; null for others. */
    static @Nullable String utc(String text) {
        return text.startsWith(UTC, OFFSET) && isDateTime(text)
                ? text.substring(0, OFFSET).concat("Z")
                : null;
    }

    /** A day, a time to the second, and an offset without a colon. */
    static @Nullable Instant dateTime(String text) {
        if (!isDateTime(text)) {
            return null;
        }
        long local = leading(text).toEpochDay() * SECONDS_A_DAY
                + two(text, 11) * 3_600L
                + two(text, 14) * 60L
                + two(text, 17);
        long offset = two(text, 20) * 3_600L + two(text, 22) * 60L;
        return Instant.ofEpochSecond(text.charAt(OFFSET) == '+' ? local - offset : local + offset);
    }

    private static boolean isDateTime(String text) {
        return text.length() == DATE_TIME_LENGTH
                && isDay(text)
                && text.charAt(10) == 'T'
                && isBelow(text, 11, 24)
                && text.charAt(13) == ':'
                && isBelow(text, 14, 60)
                && text.charAt(16) == ':'
                && isBelow(text, 17, 60)
                && (text.charAt(OFFSET) == '+' || text.charAt(OFFSET) == '-')
                && isBelow(text, 20, 18)
                && isBelow(text, 22, 60);
    }

    /** Whether the text begins with a day of the years 100 to 9999. */
    private static boolean isDay(String text) {
        int month = two(text, 5);
        int day = two(text, 8);
        return two(text, 0) > 0
                && two(text, 2) >= 0
                && text.charAt(4) == '-'
                && month >= 1
                && month <= 12
                && text.charAt(7) == '-'
                && day >= 1
                && (day <= ALWAYS_THERE
                        || day <= YearMonth.of(year(text), month).lengthOfMonth());
    }

    private static LocalDate leading(String text) {
        return LocalDate.of(year(text), two(text, 5), two(text, 8));
    }

    private static int year(String text) {
        return two(text, 0) * 100 + two(text, 2);
    }

    private static boolean isBelow(String text, int at, int bound) {
        int number = two(text, at);
        return number >= 0 && number < bound;
    }

    /** Two digits, or -1. */
    private static int two(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
    }
}
