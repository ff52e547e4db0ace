package bizops.singer.testkit.verdict;

/**
 * What a rule wants, for people. Immutable.
 *
 * @param id stable; scripts and tests may refer to it
 * @param wants one sentence, without the full stop
 * @param why what goes wrong for others when it is broken
 * @param source where the rule comes from
 */
public record RuleText(String id, Weight weight, String wants, String why, Source source) {}
