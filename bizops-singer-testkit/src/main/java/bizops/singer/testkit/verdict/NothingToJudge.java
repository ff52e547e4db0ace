package bizops.singer.testkit.verdict;

/** What a rule needs to see did not come about; the rule is skipped with this reason. */
public final class NothingToJudge extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NothingToJudge(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
