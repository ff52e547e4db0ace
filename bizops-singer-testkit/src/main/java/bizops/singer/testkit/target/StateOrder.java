package bizops.singer.testkit.target;

import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** States keep their order. */
final class StateOrder extends TargetRule {
    StateOrder() {
        super(
                "state-order",
                Weight.MUST,
                "states are printed in the order in which they came in",
                "the last line is not the newest state, and the next run repeats",
                Source.STATE);
    }

    @Override
    protected Verdict look(TargetRuns target) throws IOException, InterruptedException {
        for (Feed feed : target.acceptance().some()) {
            List<JsonNode> sent = feed.states();
            int newest = -1;
            for (JsonNode printed : Printed.states(target.fed(feed))) {
                int at = sent.lastIndexOf(printed);
                if (at >= 0 && at < newest) {
                    return Verdict.fail("an older STATE comes after a newer one (" + feed.name() + ")", printed);
                }
                newest = Math.max(newest, at);
            }
        }
        return Verdict.pass();
    }
}
