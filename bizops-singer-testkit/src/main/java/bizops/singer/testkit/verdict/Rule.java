package bizops.singer.testkit.verdict;

import java.io.IOException;

/**
 * One rule of the protocol.
 *
 * @param <E> the evidence it looks at: the runs of a tap or of a target
 */
public abstract class Rule<E> {
    private final RuleText text;

    protected Rule(String id, Weight weight, String wants, String why, Source source) {
        this.text = new RuleText(id, weight, wants, why, source);
    }

    public final RuleText text() {
        return text;
    }

    /** The verdict, and a warning where the rule is only advice. */
    public final Verdict judge(E evidence) throws IOException, InterruptedException {
        try {
            return look(evidence).weighed(text.weight());
        } catch (NothingToJudge nothing) {
            return Verdict.skip(nothing.reason());
        }
    }

    /**
     * Looks at the evidence.
     *
     * @throws NothingToJudge if what is to be judged did not come about
     */
    protected abstract Verdict look(E evidence) throws IOException, InterruptedException;
}
