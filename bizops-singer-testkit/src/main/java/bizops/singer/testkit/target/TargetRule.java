package bizops.singer.testkit.target;

import bizops.singer.testkit.verdict.Rule;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Weight;

/** A rule for targets. */
abstract class TargetRule extends Rule<TargetRuns> {
    TargetRule(String id, Weight weight, String wants, String why, Source source) {
        super(id, weight, wants, why, source);
    }
}
