package bizops.singer.testkit.verdict;

/** How a program stands to a rule. Immutable. */
public enum Outcome {
    PASS,
    /** An advice was not followed. */
    WARN,
    FAIL,
    /** There was nothing to judge; the verdict says why. */
    SKIP
}
