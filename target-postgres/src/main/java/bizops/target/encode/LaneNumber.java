package bizops.target.encode;

/** Finds the end of a JSON number in a line, and what it is made of. Owned by the thread that reads. */
final class LaneNumber {
    /** More digits are for the ordinary path, with its limits. */
    private static final int LONGEST = 200;

    private boolean whole;
    private boolean negative;
    private int digits;
    private int fraction;

    /** Whether it is written without a point. */
    boolean isWhole() {
        return whole;
    }

    boolean isNegative() {
        return negative;
    }

    /** Digits before the point. */
    int digits() {
        return digits;
    }

    /** Digits behind the point. */
    int fraction() {
        return fraction;
    }

    /** The position behind the number that starts there; -1 if there is none, or one with an exponent or too long. */
    int end(byte[] line, int from, int end) {
        negative = from < end && line[from] == '-';
        int first = negative ? from + 1 : from;
        int at = afterDigits(line, first, end);
        digits = at - first;
        fraction = 0;
        whole = true;
        if (digits == 0 || (digits > 1 && line[first] == '0')) {
            return -1;
        }
        if (at < end && line[at] == '.') {
            whole = false;
            int point = at;
            at = afterDigits(line, at + 1, end);
            fraction = at - point - 1;
            if (fraction == 0) {
                return -1;
            }
        }
        boolean exponent = at < end && (line[at] == 'e' || line[at] == 'E');
        return exponent || at - from > LONGEST ? -1 : at;
    }

    private static int afterDigits(byte[] line, int from, int end) {
        int at = from;
        while (at < end && line[at] >= '0' && line[at] <= '9') {
            at++;
        }
        return at;
    }
}
