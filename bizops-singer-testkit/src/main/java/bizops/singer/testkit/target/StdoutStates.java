package bizops.singer.testkit.target;

import bizops.singer.testkit.line.Line;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** Standard output is for STATE. */
final class StdoutStates extends TargetRule {
    StdoutStates() {
        super(
                "stdout-states",
                Weight.MUST,
                "every line on standard output is JSON; logs go to standard error",
                "the last line, which is kept as state, is a log line",
                Source.SPEC);
    }

    @Override
    protected Verdict look(TargetRuns target) throws IOException, InterruptedException {
        for (Feed feed : target.acceptance().some()) {
            for (Line line : target.fed(feed).output().lines()) {
                if (line.values().size() != 1) {
                    return Verdict.fail("this is no state", line);
                }
            }
        }
        return Verdict.pass();
    }
}
