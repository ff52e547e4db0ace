package bizops.singer.testkit.target;

import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** Nothing in, nothing out. */
final class StateNone extends TargetRule {
    StateNone() {
        super(
                "state-none",
                Weight.MUST,
                "without a STATE in the input nothing is printed",
                "an invented {} replaces the state of the run before",
                Source.STATE);
    }

    @Override
    protected Verdict look(TargetRuns target) throws IOException, InterruptedException {
        return target.fed(Feed.named("no-state")).output().lines().stream()
                .filter(line -> !line.values().isEmpty())
                .findFirst()
                .map(line -> Verdict.fail("no STATE came in", line))
                .orElseGet(Verdict::pass);
    }
}
