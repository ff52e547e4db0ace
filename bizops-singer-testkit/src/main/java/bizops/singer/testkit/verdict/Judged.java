package bizops.singer.testkit.verdict;

/** A rule and its verdict. Immutable. */
public record Judged(RuleText rule, Verdict verdict) {}
