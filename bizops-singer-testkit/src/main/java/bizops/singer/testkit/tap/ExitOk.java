package bizops.singer.testkit.tap;

import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** A good run ends with 0. */
final class ExitOk extends TapRule {
    ExitOk() {
        super(
                "exit-ok",
                Weight.MUST,
                "a sync that works ends with exit code 0",
                "the pipeline counts as failed",
                Source.SPEC);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        Ended run = tap.sync();
        return run.exit() == 0 ? Verdict.pass() : Verdict.fail("the sync did not end well", run);
    }
}
