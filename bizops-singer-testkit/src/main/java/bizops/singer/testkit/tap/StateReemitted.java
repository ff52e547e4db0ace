package bizops.singer.testkit.tap;

import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.verdict.NothingToJudge;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** A run without news sends STATE as well. */
final class StateReemitted extends TapRule {
    StateReemitted() {
        super(
                "state-reemitted",
                Weight.ADVICE,
                "a run that starts from a STATE sends at least one STATE, whether there was anything new or not",
                "a pipeline that keeps what the target prints ends with an empty file",
                Source.STATE);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        Ended resumed = tap.resumed();
        if (resumed.exit() != 0) {
            throw new NothingToJudge("the run from the last STATE failed");
        }
        return resumed.output().lastState().isPresent()
                ? Verdict.pass()
                : Verdict.fail("no STATE came although one went in");
    }
}
