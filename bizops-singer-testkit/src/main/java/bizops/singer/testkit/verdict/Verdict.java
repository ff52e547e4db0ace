package bizops.singer.testkit.verdict;

/**
 * A rule's word on a program. Immutable.
 *
 * @param why empty for a pass
 * @param shown the place and text that show it, cut short; empty if there is no such line
 */
public record Verdict(Outcome outcome, String why, String shown) {
    private static final int LONGEST = 200;

    public static Verdict pass() {
        return new Verdict(Outcome.PASS, "", "");
    }

    public static Verdict fail(String why) {
        return new Verdict(Outcome.FAIL, oneLine(why), "");
    }

    public static Verdict fail(String why, Object shown) {
        return new Verdict(Outcome.FAIL, oneLine(why), cut(oneLine(shown.toString())));
    }

    public static Verdict warn(String why, Object shown) {
        return new Verdict(Outcome.WARN, oneLine(why), cut(oneLine(shown.toString())));
    }

    public static Verdict skip(String why) {
        return new Verdict(Outcome.SKIP, oneLine(why), "");
    }

    /** A failure weighs no more than its rule. */
    Verdict weighed(Weight weight) {
        return outcome == Outcome.FAIL && weight == Weight.ADVICE ? new Verdict(Outcome.WARN, why, shown) : this;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
