package bizops.singer.testkit.target;

import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** The reason is easy to find. */
final class FailureCritical extends TargetRule {
    FailureCritical() {
        super(
                "failure-critical",
                Weight.ADVICE,
                "the last line on standard error of a run that failed begins with CRITICAL or FATAL and is no stack trace",
                "people and scripts look for the reason there",
                Source.PRACTICE);
    }

    @Override
    protected Verdict look(TargetRuns target) throws IOException, InterruptedException {
        return target.fed(TargetRuns.BROKEN).saysWhy();
    }
}
