package bizops.singer.testkit.tap;

import bizops.singer.testkit.verdict.Rule;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Weight;

/** A rule for taps. */
abstract class TapRule extends Rule<TapRuns> {
    TapRule(String id, Weight weight, String wants, String why, Source source) {
        super(id, weight, wants, why, source);
    }
}
