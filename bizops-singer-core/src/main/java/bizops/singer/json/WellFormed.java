package bizops.singer.json;

/** Text without lone surrogates, which no UTF-8 can hold. Stateless. */
public final class WellFormed {
    private static final char REPLACEMENT = '\uFFFD';

    private WellFormed() {}

    /** The text itself if it is well-formed, else a copy with each lone surrogate replaced by U+FFFD. */
    public static String text(String text) {
        int bad = firstLone(text, 0);
        return bad < 0 ? text : repaired(text, bad);
    }

    private static String repaired(String text, int firstBad) {
        StringBuilder copy = new StringBuilder(text);
        for (int bad = firstBad; bad >= 0; bad = firstLone(text, bad + 1)) {
            copy.setCharAt(bad, REPLACEMENT);
        }
        return copy.toString();
    }

    private static int firstLone(String text, int from) {
        int length = text.length();
        for (int i = from; i < length; i++) {
            char c = text.charAt(i);
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else {
                return i;
            }
        }
        return -1;
    }
}
