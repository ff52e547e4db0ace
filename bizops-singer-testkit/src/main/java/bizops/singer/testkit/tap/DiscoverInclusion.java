package bizops.singer.testkit.tap;

import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Set;

/** There are three kinds of inclusion. */
final class DiscoverInclusion extends TapRule {
    private static final Set<String> KNOWN = Set.of("available", "automatic", "unsupported");

    DiscoverInclusion() {
        super(
                "discover-inclusion",
                Weight.MUST,
                "every 'inclusion' is 'available', 'automatic' or 'unsupported'",
                "a program that lets users select does not know what to offer",
                Source.DISCOVERY);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        for (JsonNode stream : Discovered.document(tap.discovered()).path("streams")) {
            for (JsonNode item : stream.path("metadata")) {
                JsonNode inclusion = item.path("metadata").path("inclusion");
                if (!inclusion.isMissingNode() && !KNOWN.contains(inclusion.asText())) {
                    return Verdict.fail("no such inclusion", item);
                }
            }
        }
        return Verdict.pass();
    }
}
