package bizops.tap.zuora.convert;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days and moments in the one form that nearly all of them have, read without a formatter: {@code 2026-08-04} and {@code
 * 2026-08-04T20:11:15+0000}. Everything else is null, wrong values too. Stateless.
 */
final class UsualStamp {
    private static final int DATE_LENGTH = 10;
    private static final int DATE_TIME_LENGTH = 24;
    private static final int SECONDS_A_DAY = 86_400;

    private UsualStamp() {}

    /** A day alone. */
    static @Nullable LocalDate date(String text) {
        return text.length() == DATE_LENGTH ? leading(text) : null;
    }

    /** A day, a time to the second, and an offset without a colon. */
    static @Nullable Instant dateTime(String text) {
        if (text.length() != DATE_TIME_LENGTH
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return null;
        }
        LocalDate day = leading(text);
        int hour = two(text, 11);
        int minute = two(text, 14);
        int second = two(text, 17);
        int offsetHour = two(text, 20);
        int offsetMinute = two(text, 22);
        char sign = text.charAt(19);
        boolean usual = hour >= 0
                && hour < 24
                && minute >= 0
                && minute < 60
                && second >= 0
                && second < 60
                && offsetHour >= 0
                && offsetHour < 18
                && offsetMinute >= 0
                && offsetMinute < 60
                && (sign == '+' || sign == '-');
        if (day == null || !usual) {
            return null;
        }
        long local = day.toEpochDay() * SECONDS_A_DAY + hour * 3_600L + minute * 60L + second;
        long offset = offsetHour * 3_600L + offsetMinute * 60L;
        return Instant.ofEpochSecond(sign == '+' ? local - offset : local + offset);
    }

    private static @Nullable LocalDate leading(String text) {
        int century = two(text, 0);
        int year = two(text, 2);
        int month = two(text, 5);
        int day = two(text, 8);
        boolean usual = century > 0
                && year >= 0
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= 28 // the last days of a month are left to those who know how long it is
                && text.charAt(4) == '-'
                && text.charAt(7) == '-';
        return usual ? LocalDate.of(century * 100 + year, month, day) : null;
    }

    /** Two digits, or -1. */
    private static int two(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
    }
}
