package bizops.singer.testkit.target;

import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** The newest state comes out in the end. */
final class StateLast extends TargetRule {
    StateLast() {
        super(
                "state-last",
                Weight.MUST,
                "after all input is loaded, the newest STATE has been printed",
                "the next run repeats what is loaded, or everything",
                Source.STATE);
    }

    @Override
    protected Verdict look(TargetRuns target) throws IOException, InterruptedException {
        for (Feed feed : target.acceptance().some()) {
            List<JsonNode> sent = feed.states();
            if (!sent.isEmpty() && !Printed.states(target.fed(feed)).contains(sent.get(sent.size() - 1))) {
                return Verdict.fail(
                        "the newest STATE did not come out (" + feed.name() + ")", sent.get(sent.size() - 1));
            }
        }
        return Verdict.pass();
    }
}
