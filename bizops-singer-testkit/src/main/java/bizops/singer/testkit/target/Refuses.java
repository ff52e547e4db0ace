package bizops.singer.testkit.target;

import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** What can be wrong with input is a failure. */
final class Refuses extends TargetRule {
    private final Feed feed;

    Refuses(String id, Weight weight, String wants, String why, Source source, Feed feed) {
        super(id, weight, wants, why, source);
        this.feed = feed;
    }

    @Override
    protected Verdict look(TargetRuns target) throws IOException, InterruptedException {
        Ended run = target.fed(feed);
        if (run.late()) {
            return Verdict.fail("it did not end", run);
        }
        return run.exit() == 0 ? Verdict.fail("it ended as if all were well", run) : Verdict.pass();
    }
}
