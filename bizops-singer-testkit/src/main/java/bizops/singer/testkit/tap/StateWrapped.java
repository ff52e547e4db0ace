package bizops.singer.testkit.tap;

import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.verdict.NothingToJudge;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/** People store the message instead of its value. */
final class StateWrapped extends TapRule {
    StateWrapped() {
        super(
                "state-wrapped",
                Weight.ADVICE,
                "--state takes a whole STATE message as well as its value",
                "some targets print the message, and the tap then silently starts over",
                Source.STATE);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        Ended run = tap.resumedFromMessage();
        if (tap.resumed().exit() != 0) {
            throw new NothingToJudge("the run from the bare value failed");
        }
        if (run.exit() != 0) {
            return Verdict.fail("the run failed", run);
        }
        JsonNode from = tap.lastState().value();
        for (Tracked tracked : Tracked.of(tap)) {
            Optional<JsonNode> bookmark = tracked.bookmark(from);
            long wrapped = tracked.records(run.output()).size();
            long plain = tracked.records(tap.resumed().output()).size();
            if (bookmark.isPresent()
                    && wrapped > plain
                    && wrapped >= tracked.records(tap.sync().output()).size()) {
                return Verdict.fail(
                        "stream \"" + tracked.stream().id() + "\" starts over, with " + wrapped + " records");
            }
        }
        return Verdict.pass();
    }
}
