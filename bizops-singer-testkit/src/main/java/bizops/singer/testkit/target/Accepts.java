package bizops.singer.testkit.target;

import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** Legal messages are loaded; with a way to look, their values as well. */
final class Accepts extends TargetRule {
    private final Feed feed;

    Accepts(Feed feed, String wants) {
        super(
                "accepts-" + feed.name(),
                Weight.MUST,
                wants,
                "taps send this, and the pipeline stops or loses values",
                Source.SDK);
        this.feed = feed;
    }

    @Override
    protected Verdict look(TargetRuns target) throws IOException, InterruptedException {
        Ended refused = target.acceptance().refused().get(feed.name());
        if (refused != null) {
            return Verdict.fail("it was refused", refused);
        }
        return target.options().destination().isPresent()
                ? new Loaded(target.options().destination().get()).difference(feed)
                : Verdict.pass();
    }
}
