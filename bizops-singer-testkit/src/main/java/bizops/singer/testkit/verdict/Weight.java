package bizops.singer.testkit.verdict;

/** What breaking a rule means. Immutable. */
public enum Weight {
    /** The program is defective: other programs may fail or lose data. */
    MUST,
    /** The program is allowed to differ, but users are better off if it does not. */
    ADVICE
}
