package bizops.singer.testkit.tap;

import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** Broken settings are a failure. */
final class ExitBadConfig extends TapRule {
    ExitBadConfig() {
        super(
                "exit-bad-config",
                Weight.MUST,
                "a config that is no JSON makes the exit code other than 0, soon",
                "a pipeline without data counts as a success",
                Source.SPEC);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        Ended run = tap.badConfig();
        return run.exit() != 0 && !run.late() ? Verdict.pass() : Verdict.fail("it went on", run);
    }
}
