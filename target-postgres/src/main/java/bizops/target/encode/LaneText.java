package bizops.target.encode;

import bizops.singer.read.ByteSearch;

/**
 * Copies JSON strings as they stand in the line: bytes without an escape as they are, which needs UTF-8 to be valid, and
 * escapes one at a time. What {@link Characters} would have to replace is left to it. Owned by the thread that reads.
 */
final class LaneText {
    private static final int NONE = -1;

    private final char[] escaped = new char[2];
    private int escapedCount;
    private int characters;

    /** How many characters the string has that was copied last. */
    int characters() {
        return characters;
    }

    /**
     * Puts the string whose opening quote precedes {@code from} as a text, or as what stands between the quotes of a
     * JSON string in a jsonb column.
     *
     * @return the position behind its closing quote, or -1 if it is not for this class
     */
    int copy(byte[] line, int from, int end, RowBuffer row, boolean json) {
        int at = from;
        characters = 0;
        while (true) {
            int stop = ByteSearch.plainUntil(line, at, end);
            row.put(line, at, stop - at);
            characters += stop - at;
            if (stop == end) {
                return NONE;
            }
            byte special = line[stop];
            if (special == '"') {
                return stop + 1;
            }
            if (special == '\\') {
                at = escape(line, stop + 1, end);
                if (at < 0) {
                    return NONE;
                }
                if (json) {
                    Characters.jsonContent(escaped, 0, escapedCount, row);
                } else {
                    Characters.text(escaped, 0, escapedCount, row);
                }
            } else {
                int length = special < 0 ? sequence(line, stop, end) : 0;
                if (length == 0) {
                    return NONE;
                }
                row.put(line, stop, length);
                at = stop + length;
            }
            characters++;
        }
    }

    /** Reads the escape behind a backslash; returns the position behind it, or -1. */
    private int escape(byte[] line, int from, int end) {
        if (from >= end) {
            return NONE;
        }
        escapedCount = 1;
        int at = from + 1;
        switch (line[from]) {
            case '"', '\\', '/' -> escaped[0] = (char) line[from];
            case 'b' -> escaped[0] = '\b';
            case 'f' -> escaped[0] = '\f';
            case 'n' -> escaped[0] = '\n';
            case 'r' -> escaped[0] = '\r';
            case 't' -> escaped[0] = '\t';
            case 'u' -> {
                return unicode(line, at, end);
            }
            default -> {
                return NONE;
            }
        }
        return at;
    }

    private int unicode(byte[] line, int from, int end) {
        int first = hex(line, from, end);
        if (first <= 0) {
            return NONE;
        }
        escaped[0] = (char) first;
        if (!Character.isSurrogate((char) first)) {
            return from + 4;
        }
        int next = from + 4;
        boolean again = next + 1 < end && line[next] == '\\' && line[next + 1] == 'u';
        int second = again ? hex(line, next + 2, end) : NONE;
        if (second < 0 || !Character.isSurrogatePair((char) first, (char) second)) {
            return NONE;
        }
        escaped[1] = (char) second;
        escapedCount = 2;
        return next + 6;
    }

    private static int hex(byte[] line, int from, int end) {
        if (from + 4 > end) {
            return NONE;
        }
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            byte c = line[i];
            int digit;
            if (c >= '0' && c <= '9') {
                digit = c - '0';
            } else if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) {
                digit = (c & 15) + 9;
            } else {
                return NONE;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** The length of the character of several bytes that starts there, by the strict rules of UTF-8; 0 if there is none. */
    private static int sequence(byte[] line, int at, int end) {
        int first = line[at] & 0xFF;
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if (at + length > end) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((line[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int second = line[at + 1] & 0xFF;
        boolean wrong = (first == 0xE0 && second < 0xA0)
                || (first == 0xED && second > 0x9F)
                || (first == 0xF0 && second < 0x90)
                || (first == 0xF4 && second > 0x8F);
        return wrong ? 0 : length;
    }
}
