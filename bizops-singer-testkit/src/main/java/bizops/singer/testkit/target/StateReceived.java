package bizops.singer.testkit.target;

import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** States are passed on as they came. */
final class StateReceived extends TargetRule {
    StateReceived() {
        super(
                "state-received",
                Weight.MUST,
                "every state that is printed came in as it is: not merged, not completed, not invented",
                "the tap is handed a state that it never wrote",
                Source.STATE);
    }

    @Override
    protected Verdict look(TargetRuns target) throws IOException, InterruptedException {
        for (Feed feed : target.acceptance().some()) {
            List<JsonNode> sent = feed.states();
            for (JsonNode printed : Printed.states(target.fed(feed))) {
                if (!sent.isEmpty() && !sent.contains(printed) && !printed.isTextual()) {
                    return Verdict.fail("no such STATE came in (" + feed.name() + ")", printed);
                }
            }
        }
        return Verdict.pass();
    }
}
