package bizops.singer.testkit.tap;

import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Selecting is the user's. */
final class DiscoverNoSelected extends TapRule {
    DiscoverNoSelected() {
        super(
                "discover-no-selected",
                Weight.MUST,
                "discovery writes no 'selected'; what it proposes is 'selected-by-default'",
                "nobody can tell the user's choice from the tap's",
                Source.DISCOVERY);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        for (JsonNode stream : Discovered.document(tap.discovered()).path("streams")) {
            for (JsonNode item : stream.path("metadata")) {
                if (item.path("metadata").has("selected")) {
                    return Verdict.fail("'selected' is written", item);
                }
            }
        }
        return Verdict.pass();
    }
}
