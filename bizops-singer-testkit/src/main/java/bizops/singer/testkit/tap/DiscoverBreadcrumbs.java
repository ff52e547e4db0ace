package bizops.singer.testkit.tap;

import bizops.singer.testkit.schema.Breadcrumb;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Metadata is about something. */
final class DiscoverBreadcrumbs extends TapRule {
    DiscoverBreadcrumbs() {
        super(
                "discover-breadcrumbs",
                Weight.MUST,
                "every breadcrumb in the metadata leads to a place in the stream's schema",
                "a choice made there has no effect",
                Source.DISCOVERY);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        for (JsonNode stream : Discovered.document(tap.discovered()).path("streams")) {
            for (JsonNode item : stream.path("metadata")) {
                if (!item.path("breadcrumb").isArray()
                        || Breadcrumb.resolve(stream.path("schema"), item.path("breadcrumb"))
                                .isMissingNode()) {
                    return Verdict.fail(
                            "the breadcrumb leads nowhere in stream \""
                                    + stream.path("tap_stream_id").asText() + "\"",
                            item);
                }
            }
        }
        return Verdict.pass();
    }
}
