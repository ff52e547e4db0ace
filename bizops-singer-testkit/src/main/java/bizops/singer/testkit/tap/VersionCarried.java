package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Records bear the version that is activated. */
final class VersionCarried extends TapRule {
    VersionCarried() {
        super(
                "version-carried",
                Weight.MUST,
                "the records of a stream that activates a version bear that version",
                "activating it removes the very rows that were just sent",
                Source.ACTIVATE_VERSION);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        Map<String, JsonNode> activated = new HashMap<>();
        Schemas.some(tap.sync().output(), "ACTIVATE_VERSION")
                .forEach(message ->
                        activated.put(message.stream(), message.body().path("version")));
        for (Message message : Schemas.some(tap.sync().output(), "RECORD")) {
            JsonNode version = activated.get(message.stream());
            JsonNode carried = message.body().path("version");
            if (version != null
                    && version.isIntegralNumber()
                    && Bookmarks.compare(carried, version).orElse(-1) < 0) {
                return Verdict.fail(
                        "the stream activates version " + version + ", the record bears another or none", message);
            }
        }
        return Verdict.pass();
    }
}
