package bizops.singer.testkit.tap;

import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** Keys are properties. */
final class DiscoverKeysExist extends TapRule {
    DiscoverKeysExist() {
        super(
                "discover-keys-exist",
                Weight.MUST,
                "every key property of a stream is a top-level property of its schema",
                "a target cannot make the key of the table",
                Source.DISCOVERY);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        for (CatalogStream stream :
                Catalog.of(Discovered.document(tap.discovered())).streams()) {
            for (String key : stream.keys()) {
                if (!stream.schema().path("properties").has(key)) {
                    return Verdict.fail(
                            "the key \"" + key + "\" of stream \"" + stream.id() + "\" is not in its schema");
                }
            }
        }
        return Verdict.pass();
    }
}
