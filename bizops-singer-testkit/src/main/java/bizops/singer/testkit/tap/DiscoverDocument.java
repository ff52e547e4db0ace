package bizops.singer.testkit.tap;

import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Discovery prints the catalog and nothing else. */
final class DiscoverDocument extends TapRule {
    DiscoverDocument() {
        super(
                "discover-document",
                Weight.MUST,
                "--discover prints one JSON document with a list of streams, and nothing else, and ends with 0",
                "whoever reads the catalog from standard output gets no JSON, or half of it",
                Source.DISCOVERY);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        Ended run = tap.discovered();
        if (run.exit() != 0) {
            return Verdict.fail("discovery failed", run);
        }
        try {
            JsonNode document = Discovered.strict(run);
            return document.path("streams").isArray()
                    ? streams(document.path("streams"))
                    : Verdict.fail("the document has no list 'streams'", document);
        } catch (JsonProcessingException noJson) {
            return Verdict.fail(
                    "standard output is not one JSON document: " + noJson.getOriginalMessage(), run.stdout());
        }
    }

    private static Verdict streams(JsonNode streams) {
        Set<String> ids = new HashSet<>();
        for (JsonNode stream : streams) {
            if (!stream.path("tap_stream_id").isTextual()
                    || !stream.path("schema").isObject()) {
                return Verdict.fail("a stream needs a tap_stream_id and a schema", stream);
            }
            if (!ids.add(stream.path("tap_stream_id").asText())) {
                return Verdict.fail("two streams have the same tap_stream_id", stream);
            }
        }
        return Verdict.pass();
    }
}
