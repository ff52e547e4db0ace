package bizops.report.page;

import java.util.ArrayList;
import java.util.List;

/** The words for rows whose key is no name. */
final class Labels {
    static final String TOTAL_KEY = "total";
    static final String TOTAL = "Total";
    /** Key of the rows without a source; every named source's key starts with {@code =}. */
    static final String UNKNOWN_KEY = "null";

    private static final String UNKNOWN = "Unknown";
    private static final String NAMED = "=";

    private Labels() {}

    /** The key of a source's row; a source that is spelled like the unknown one keeps its own. */
    static String key(String source) {
        return NAMED + source;
    }

    /** What is shown for a source's key. */
    static String of(String key) {
        return key.equals(UNKNOWN_KEY) ? UNKNOWN : key.substring(NAMED.length());
    }

    /** The upper ends of the distribution's rows; the last one is never reached. */
    static List<Integer> limits() {
        List<Integer> limits = new ArrayList<>(Waits.LIMITS);
        limits.add(Integer.MAX_VALUE);
        return limits;
    }

    /** Days more than {@code above} and at most {@code limit}. */
    static String days(int above, int limit) {
        if (above == Integer.MIN_VALUE) {
            return "0\u2013" + limit;
        }
        return limit == Integer.MAX_VALUE ? "over " + above : (above + 1) + "\u2013" + limit;
    }
}
