package bizops.singer.testkit.target;

import bizops.singer.testkit.line.Line;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** A state is printed bare. */
final class StateUnwrapped extends TargetRule {
    StateUnwrapped() {
        super(
                "state-unwrapped",
                Weight.MUST,
                "what is printed is the value of a STATE, not the message",
                "the tap is handed the message as its state and starts over",
                Source.STATE);
    }

    @Override
    protected Verdict look(TargetRuns target) throws IOException, InterruptedException {
        for (Feed feed : target.acceptance().some()) {
            for (Line line : target.fed(feed).output().lines()) {
                if (line.values().stream().anyMatch(Printed::isWrapped)) {
                    return Verdict.fail("the whole message is printed", line);
                }
            }
        }
        return Verdict.pass();
    }
}
