package bizops.singer.testkit.target;

import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** What lies before an error is done. */
final class StateBeforeError extends TargetRule {
    StateBeforeError() {
        super(
                "state-before-error",
                Weight.ADVICE,
                "the STATE before a message that cannot be loaded is printed, for what it covers is loaded",
                "the next run repeats all that this one did",
                Source.STATE);
    }

    @Override
    protected Verdict look(TargetRuns target) throws IOException, InterruptedException {
        JsonNode before = TargetRuns.BROKEN.states().get(0);
        return Printed.states(target.brokenOff()).contains(before)
                ? Verdict.pass()
                : Verdict.fail("the STATE before the broken line is not printed", before);
    }
}
