package bizops.target.encode;

/** What stands between values in a line. Holds nothing. */
final class Lane {
    private Lane() {}

    static int skipBlanks(byte[] line, int from, int end) {
        int at = from;
        while (at < end && (line[at] == ' ' || line[at] == '\t')) {
            at++;
        }
        return at;
    }

    /** The position behind a mark and the blanks on both sides of it; -1 if it does not stand there. */
    static int after(byte[] line, int from, int end, char mark) {
        int at = skipBlanks(line, from, end);
        return at < end && line[at] == mark ? skipBlanks(line, at + 1, end) : -1;
    }

    /** The position behind {@code null}; -1 if that does not stand there. */
    static int nullEnd(byte[] line, int at, int end) {
        boolean is = at + 4 <= end && line[at] == 'n' && line[at + 1] == 'u' && isLl(line, at + 2);
        return is ? at + 4 : -1;
    }

    private static boolean isLl(byte[] line, int at) {
        return line[at] == 'l' && line[at + 1] == 'l';
    }

    /** The position behind {@code true} or {@code false}; -1 if neither stands there. */
    static int booleanEnd(byte[] line, int at, int end) {
        if (at + 4 <= end && line[at] == 't' && line[at + 1] == 'r' && line[at + 2] == 'u' && line[at + 3] == 'e') {
            return at + 4;
        }
        boolean isFalse =
                at + 5 <= end && line[at] == 'f' && line[at + 1] == 'a' && isLs(line, at + 2) && line[at + 4] == 'e';
        return isFalse ? at + 5 : -1;
    }

    private static boolean isLs(byte[] line, int at) {
        return line[at] == 'l' && line[at + 1] == 's';
    }
}
