package bizops.singer.testkit.tap;

import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** Keys cannot be left out. */
final class DiscoverKeysAutomatic extends TapRule {
    DiscoverKeysAutomatic() {
        super(
                "discover-keys-automatic",
                Weight.ADVICE,
                "key properties have the inclusion 'automatic'",
                "a user can deselect the key, and the target gets records without one",
                Source.DISCOVERY);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        for (CatalogStream stream :
                Catalog.of(Discovered.document(tap.discovered())).streams()) {
            for (String key : stream.keys()) {
                if (stream.schema().path("properties").has(key)
                        && !stream.inclusion(key).equals("automatic")) {
                    return Verdict.fail("the key \"" + key + "\" of stream \"" + stream.id() + "\" is not automatic");
                }
            }
        }
        return Verdict.pass();
    }
}
