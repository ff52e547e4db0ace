package bizops.singer.testkit.target;

import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** Messages that targets do well to take, though some do not. */
final class Tolerates extends TargetRule {
    private final Feed feed;

    Tolerates(Feed feed, String wants) {
        super(
                "tolerates-" + feed.name(),
                Weight.ADVICE,
                wants,
                "some taps send this, and the pipeline stops",
                Source.SPEC);
        this.feed = feed;
    }

    @Override
    protected Verdict look(TargetRuns target) throws IOException, InterruptedException {
        Ended run = target.fed(feed);
        return run.exit() == 0 ? Verdict.pass() : Verdict.fail("it was refused", run);
    }
}
