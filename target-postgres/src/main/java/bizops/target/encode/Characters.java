package bizops.target.encode;

/**
 * Characters to UTF-8 with the escapes of COPY text. What PostgreSQL cannot store (U+0000, half of a surrogate pair)
 * becomes U+FFFD. Hot path: one pass over the parser's own characters.
 */
final class Characters {
    private static final char REPLACEMENT = '\uFFFD';
    /** A character becomes at most three bytes, an escaped one two, a JSON escape within COPY at most seven. */
    private static final int LONGEST = 7;

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private Characters() {}

    /** Puts a text for a text column. */
    static void text(char[] characters, int offset, int count, RowBuffer row) {
        byte[] bytes = row.ensure(Math.multiplyExact(count, 3));
        int at = row.length();
        int end = offset + count;
        for (int i = offset; i < end; i++) {
            char c = characters[i];
            if (c < 0x80) {
                if (c == '\\' || c == '\n' || c == '\r' || c == '\t') {
                    bytes[at++] = '\\';
                    bytes[at++] = copyEscape(c);
                } else if (c == 0) {
                    at = three(REPLACEMENT, bytes, at);
                    row.markReplaced();
                } else {
                    bytes[at++] = (byte) c;
                }
            } else if (c < 0x800) {
                at = two(c, bytes, at);
            } else if (isPair(characters, i, end)) {
                at = four(Character.toCodePoint(c, characters[++i]), bytes, at);
            } else {
                at = three(valid(c, row), bytes, at);
            }
        }
        row.length(at);
    }

    /** Puts a text as a JSON string, quotes included, for a jsonb column. */
    static void json(char[] characters, int offset, int count, RowBuffer row) {
        row.put('"');
        jsonContent(characters, offset, count, row);
        row.put('"');
    }

    /** Puts what stands between the quotes of a JSON string, for a jsonb column. */
    static void jsonContent(char[] characters, int offset, int count, RowBuffer row) {
        byte[] bytes = row.ensure(Math.multiplyExact(count, LONGEST));
        int at = row.length();
        int end = offset + count;
        for (int i = offset; i < end; i++) {
            char c = characters[i];
            if (c < 0x80) {
                if (c >= 0x20 && c != '"' && c != '\\') {
                    bytes[at++] = (byte) c;
                } else if (c == 0) {
                    at = three(REPLACEMENT, bytes, at);
                    row.markReplaced();
                } else {
                    at = jsonEscape(c, bytes, at);
                }
            } else if (c < 0x800) {
                at = two(c, bytes, at);
            } else if (isPair(characters, i, end)) {
                at = four(Character.toCodePoint(c, characters[++i]), bytes, at);
            } else {
                at = three(valid(c, row), bytes, at);
            }
        }
        row.length(at);
    }

    private static byte copyEscape(char c) {
        return (byte)
                switch (c) {
                    case '\n' -> 'n';
                    case '\r' -> 'r';
                    case '\t' -> 't';
                    default -> '\\';
                };
    }

    /** JSON's escape begins with a backslash, which COPY wants doubled. */
    private static int jsonEscape(char c, byte[] bytes, int start) {
        int at = start;
        bytes[at++] = '\\';
        bytes[at++] = '\\';
        if (c == '"') {
            bytes[at++] = '"';
        } else if (c == '\\') {
            bytes[at++] = '\\';
            bytes[at++] = '\\';
        } else {
            bytes[at++] = 'u';
            bytes[at++] = '0';
            bytes[at++] = '0';
            bytes[at++] = (byte) HEX[c >> 4];
            bytes[at++] = (byte) HEX[c & 15];
        }
        return at;
    }

    private static boolean isPair(char[] characters, int i, int end) {
        return Character.isHighSurrogate(characters[i]) && i + 1 < end && Character.isLowSurrogate(characters[i + 1]);
    }

    private static char valid(char c, RowBuffer row) {
        if (Character.isSurrogate(c)) {
            row.markReplaced();
            return REPLACEMENT;
        }
        return c;
    }

    private static int two(char c, byte[] bytes, int at) {
        bytes[at] = (byte) (0xC0 | (c >> 6));
        bytes[at + 1] = (byte) (0x80 | (c & 0x3F));
        return at + 2;
    }

    private static int three(char c, byte[] bytes, int at) {
        bytes[at] = (byte) (0xE0 | (c >> 12));
        bytes[at + 1] = (byte) (0x80 | ((c >> 6) & 0x3F));
        bytes[at + 2] = (byte) (0x80 | (c & 0x3F));
        return at + 3;
    }

    private static int four(int codePoint, byte[] bytes, int at) {
        bytes[at] = (byte) (0xF0 | (codePoint >> 18));
        bytes[at + 1] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
        bytes[at + 2] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
        bytes[at + 3] = (byte) (0x80 | (codePoint & 0x3F));
        return at + 4;
    }
}
