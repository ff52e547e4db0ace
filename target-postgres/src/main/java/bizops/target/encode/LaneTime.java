package bizops.target.encode;

/**
 * Puts the dates and date-times that need no thought: in UTC, of an ordinary year, on a day that every month has. Holds
 * nothing.
 */
final class LaneTime {
    private static final int DATE = 10;
    private static final int SECONDS = 19;
    private static final int MICROS = 6;

    private LaneTime() {}

    /** Puts {@code YYYY-MM-DD} as it is; false with nothing put if the text is not so. */
    static boolean date(byte[] line, int from, int to, RowBuffer row) {
        if (to - from != DATE || !isDate(line, from)) {
            return false;
        }
        row.put(line, from, DATE);
        return true;
    }

    /**
     * Puts {@code YYYY-MM-DDThh:mm:ss} with up to six digits of a fraction and {@code Z}, {@code +00:00} or {@code +0000}
     * behind; false with nothing put if the text is not so.
     */
    static boolean moment(byte[] line, int from, int to, RowBuffer row) {
        if (to - from <= SECONDS || !isDate(line, from) || !isClock(line, from + DATE)) {
            return false;
        }
        int at = from + SECONDS;
        int micros = 0;
        if (line[at] == '.') {
            int first = ++at;
            while (at < to && at - first < MICROS && isDigit(line[at])) {
                micros = micros * 10 + line[at++] - '0';
            }
            if (at == first) {
                return false;
            }
            for (int places = at - first; places < MICROS; places++) {
                micros *= 10;
            }
        }
        if (!isUtc(line, at, to)) {
            return false;
        }
        row.put(line, from, SECONDS);
        if (micros != 0) {
            row.put('.');
            for (int place = 100_000; place > 0; place /= 10) {
                row.put((char) ('0' + micros / place % 10));
            }
        }
        row.put('Z');
        return true;
    }

    private static boolean isDate(byte[] line, int at) {
        int month = two(line, at + 5);
        int day = two(line, at + 8);
        int century = two(line, at);
        int year = two(line, at + 2);
        return century >= 0
                && year >= 0
                && century + year > 0
                && line[at + 4] == '-'
                && month >= 1
                && month <= 12
                && line[at + 7] == '-'
                && day >= 1
                && day <= 28;
    }

    /** Whether {@code Thh:mm:ss} stands there. */
    private static boolean isClock(byte[] line, int at) {
        int hour = two(line, at + 1);
        int minute = two(line, at + 4);
        int second = two(line, at + 7);
        return line[at] == 'T'
                && hour >= 0
                && hour <= 23
                && line[at + 3] == ':'
                && minute >= 0
                && minute <= 59
                && line[at + 6] == ':'
                && second >= 0
                && second <= 59;
    }

    private static boolean isUtc(byte[] line, int at, int to) {
        return switch (to - at) {
            case 1 -> line[at] == 'Z';
            case 5 -> line[at] == '+' && two(line, at + 1) == 0 && two(line, at + 3) == 0;
            case 6 -> line[at] == '+' && two(line, at + 1) == 0 && line[at + 3] == ':' && two(line, at + 4) == 0;
            default -> false;
        };
    }

    /** The number of two digits; -1 if they are none. */
    private static int two(byte[] line, int at) {
        return isDigit(line[at]) && isDigit(line[at + 1]) ? (line[at] - '0') * 10 + line[at + 1] - '0' : -1;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }
}
