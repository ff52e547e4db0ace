package bizops.singer.testkit.target;

import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.verdict.NothingToJudge;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** What lies behind an error is not done. */
final class StateBehindError extends TargetRule {
    StateBehindError() {
        super(
                "state-behind-error",
                Weight.MUST,
                "no STATE is printed that came after a message that could not be loaded",
                "that message, and what follows, is never sent again: the rows are lost",
                Source.STATE);
    }

    @Override
    protected Verdict look(TargetRuns target) throws IOException, InterruptedException {
        Feed feed = Feed.named("broken-json");
        JsonNode behind = feed.states().get(1);
        Ended run = target.fed(feed);
        if (run.exit() == 0) {
            throw new NothingToJudge("the broken line was no error");
        }
        return Printed.states(run).contains(behind)
                ? Verdict.fail("the STATE behind the broken line is printed", behind)
                : Verdict.pass();
    }
}
