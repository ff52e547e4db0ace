package bizops.singer.testkit.target;

import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** What lies behind an error is not done. */
final class StateBehindError extends TargetRule {
    StateBehindError() {
        super(
                "state-behind-error",
                Weight.MUST,
                "no STATE is printed that came after a message that could not be loaded",
                "that message, and what follows, is never sent again: the rows are lost",
                Source.STATE);
    }

    @Override
    protected Verdict look(TargetRuns target) throws IOException, InterruptedException {
        JsonNode behind = TargetRuns.BROKEN.states().get(1);
        return Printed.states(target.brokenOff()).contains(behind)
                ? Verdict.fail("the STATE behind the broken line is printed", behind)
                : Verdict.pass();
    }
}
