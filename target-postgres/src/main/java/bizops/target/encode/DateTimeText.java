package bizops.target.encode;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates, times and date-times as taps write them and puts them in UTC as PostgreSQL reads them. More lenient than
 * RFC 3339 and than {@code java.time}: a space for the T, no zone (then it is UTC), UTC or GMT by name, 24:00, leap seconds, large offsets.
 * A fraction beyond microseconds is cut and not rounded, so that order and dates never jump. Holds one value at a time;
 * owned by the thread that reads.
 */
final class DateTimeText {
    private static final int LAST_TIMESTAMP_YEAR = 294_276;
    private static final int LAST_DATE_YEAR = 5_874_897;
    /** 4713 BC, where the server's calendar begins, as a year that counts through zero. */
    private static final int FIRST_YEAR = -4712;

    private static final int DAY = 86_400;

    private char[] text = new char[0];
    private int at;
    private int end;

    private int year;
    private int month;
    private int day;
    private int second;
    private int micros;
    private boolean hasTime;
    private boolean hasOffset;
    private int offset;

    /** Reads a date with or without a time; false if the text is none. */
    boolean readDateTime(char[] characters, int start, int length) {
        begin(characters, start, length);
        if (!readDate()) {
            return false;
        }
        if (at == end) {
            return true;
        }
        char separator = text[at++];
        return (separator == 'T' || separator == 't' || separator == ' ') && readTime() && at == end;
    }

    /** Reads a time of day; false if the text is none. */
    boolean readTimeOfDay(char[] characters, int start, int length) {
        begin(characters, start, length);
        return readTime() && at == end;
    }

    /** Whether the text had a time of day. */
    boolean hasTime() {
        return hasTime;
    }

    /** Whether the text named its offset from UTC. */
    boolean hasOffset() {
        return hasOffset;
    }

    /** Puts the value as timestamptz; returns what is wrong with it, or null. */
    @Nullable
    String putTimestamp(RowBuffer row, boolean withMicros) {
        normalise();
        String problem = yearProblem(LAST_TIMESTAMP_YEAR);
        if (problem == null) {
            putDatePart(row);
            row.put('T');
            putClock(row, withMicros);
            row.put('Z');
            putEra(row);
        }
        return problem;
    }

    /** Puts the value as date; returns what is wrong with it, or null. */
    @Nullable
    String putDate(RowBuffer row) {
        if (second != 0 || micros != 0) {
            return "has a time of day, and the column is a date";
        }
        String problem = yearProblem(LAST_DATE_YEAR);
        if (problem == null) {
            putDatePart(row);
            putEra(row);
        }
        return problem;
    }

    /** Puts the value as time of day in UTC. */
    void putTime(RowBuffer row) {
        if (second - offset != DAY || offset != 0) {
            second = Math.floorMod(second - offset, DAY);
        }
        putClock(row, false);
    }

    private void begin(char[] characters, int start, int length) {
        text = characters;
        at = start;
        end = start + length;
        hasTime = false;
        hasOffset = false;
        second = 0;
        micros = 0;
        offset = 0;
    }

    private boolean readDate() {
        int sign = 1;
        if (at < end && (text[at] == '+' || text[at] == '-')) {
            sign = text[at++] == '-' ? -1 : 1;
        }
        int start = at;
        int number = digits(7);
        if (at - start < 4 || !take('-')) {
            return false;
        }
        year = sign * number;
        month = twoDigits();
        if (month < 1 || month > 12 || !take('-')) {
            return false;
        }
        day = twoDigits();
        return day >= 1
                && day <= 31
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    }

    private boolean readTime() {
        int hour = twoDigits();
        if (hour < 0 || !take(':')) {
            return false;
        }
        int minute = twoDigits();
        int seconds = 0;
        if (minute >= 0 && take(':')) {
            seconds = twoDigits();
            if (seconds >= 0 && (take('.') || take(',')) && !readFraction()) {
                return false;
            }
        }
        boolean midnight = hour == 24 && minute == 0 && seconds == 0 && micros == 0;
        if ((hour > 23 && !midnight) || minute < 0 || minute > 59 || seconds < 0 || seconds > 60) {
            return false;
        }
        if (seconds == 60) {
            micros = 0;
        }
        second = hour * 3600 + minute * 60 + seconds;
        hasTime = true;
        return readOffset();
    }

    private boolean readFraction() {
        int start = at;
        int scale = 100_000;
        while (at < end && text[at] >= '0' && text[at] <= '9') {
            micros += (text[at] - '0') * scale;
            scale /= 10;
            at++;
        }
        return at > start;
    }

    private boolean readOffset() {
        if (at < end - 1 && text[at] == ' ') {
            at++;
        }
        if (at == end) {
            return true;
        }
        hasOffset = true;
        if (takeWord("UTC") || takeWord("GMT")) {
            return true;
        }
        char sign = text[at++];
        if (sign == 'Z' || sign == 'z') {
            return true;
        }
        if (sign != '+' && sign != '-') {
            return false;
        }
        int hours = twoDigits();
        int minutes = 0;
        int seconds = 0;
        if (at < end) {
            boolean colon = take(':');
            minutes = twoDigits();
            if (colon && at < end && take(':')) {
                seconds = twoDigits();
            }
        }
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) {
            return false;
        }
        offset = (hours * 3600 + minutes * 60 + seconds) * (sign == '-' ? -1 : 1);
        return true;
    }

    /** Moves the value to UTC and a full day of seconds to the next day. */
    private void normalise() {
        int utc = second - offset;
        offset = 0;
        if (utc >= 0 && utc < DAY) {
            second = utc;
            return;
        }
        LocalDate date = LocalDate.of(year, month, day).plusDays(Math.floorDiv(utc, DAY));
        year = date.getYear();
        month = date.getMonthValue();
        day = date.getDayOfMonth();
        second = Math.floorMod(utc, DAY);
    }

    private @Nullable String yearProblem(int last) {
        if (year == 0) {
            return "is in the year 0, which PostgreSQL does not have";
        }
        return year > last || year < FIRST_YEAR ? "is outside the years that PostgreSQL has" : null;
    }

    private void putDatePart(RowBuffer row) {
        int shown = year > 0 ? year : 1 - year;
        if (shown > 9999) {
            row.put(Integer.toString(shown));
        } else {
            two(row, shown / 100);
            two(row, shown % 100);
        }
        row.put('-');
        two(row, month);
        row.put('-');
        two(row, day);
    }

    private void putClock(RowBuffer row, boolean withMicros) {
        two(row, second / 3600);
        row.put(':');
        two(row, second / 60 % 60);
        row.put(':');
        two(row, second % 60);
        if (micros != 0 || withMicros) {
            row.put('.');
            two(row, micros / 10_000);
            two(row, micros / 100 % 100);
            two(row, micros % 100);
        }
    }

    private void putEra(RowBuffer row) {
        if (year < 0) {
            row.put(" BC");
        }
    }

    private static void two(RowBuffer row, int number) {
        row.put((char) ('0' + number / 10));
        row.put((char) ('0' + number % 10));
    }

    private boolean take(char wanted) {
        if (at < end && text[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    /** Takes a word in capitals, in either case. */
    private boolean takeWord(String word) {
        if (end - at < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            char letter = text[at + i];
            if (letter != word.charAt(i) && letter != word.charAt(i) + ('a' - 'A')) {
                return false;
            }
        }
        at += word.length();
        return true;
    }

    private int twoDigits() {
        int start = at;
        int number = digits(2);
        return at - start == 2 ? number : -1;
    }

    private int digits(int most) {
        int number = 0;
        int limit = Math.min(end, at + most);
        while (at < limit && text[at] >= '0' && text[at] <= '9') {
            number = number * 10 + text[at++] - '0';
        }
        return number;
    }
}
