package bizops.singer.testkit.target;

import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** Broken settings are a failure. */
final class ExitBadConfig extends TargetRule {
    ExitBadConfig() {
        super(
                "exit-bad-config",
                Weight.MUST,
                "a config that is no JSON makes the exit code other than 0, and nothing is printed",
                "a pipeline that loads nothing counts as a success",
                Source.SPEC);
    }

    @Override
    protected Verdict look(TargetRuns target) throws IOException, InterruptedException {
        Ended run = target.badConfig();
        if (run.exit() == 0 || run.late()) {
            return Verdict.fail("it went on", run);
        }
        return run.stdout().isBlank() ? Verdict.pass() : Verdict.fail("something is printed", run.stdout());
    }
}
