package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Versions rise. */
final class VersionRises extends TapRule {
    VersionRises() {
        super(
                "version-rises",
                Weight.MUST,
                "the version of a stream's ACTIVATE_VERSION messages never falls within a run",
                "the target ignores the lower one, and rows that are gone stay",
                Source.ACTIVATE_VERSION);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        Map<String, JsonNode> highest = new HashMap<>();
        for (Message message : Schemas.some(tap.sync().output(), "ACTIVATE_VERSION")) {
            JsonNode version = message.body().path("version");
            JsonNode before = highest.put(message.stream(), version);
            if (before != null && Bookmarks.compare(version, before).orElse(0) < 0) {
                return Verdict.fail("the version was " + before + " before", message);
            }
        }
        return Verdict.pass();
    }
}
