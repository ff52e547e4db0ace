package bizops.singer.testkit.target;

import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.verdict.NothingToJudge;
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
        Ended run = target.fed(Feed.named("broken-json"));
        if (run.exit() == 0) {
            throw new NothingToJudge("the run did not fail");
        }
        String last = run.stderr().strip();
        String line = last.substring(last.lastIndexOf('\n') + 1);
        return line.startsWith("CRITICAL") || line.startsWith("FATAL")
                ? Verdict.pass()
                : Verdict.fail("the last line does not", line.isEmpty() ? "(nothing was said)" : line);
    }
}
