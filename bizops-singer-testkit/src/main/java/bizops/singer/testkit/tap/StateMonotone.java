package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.verdict.NothingToJudge;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/** Bookmarks go forward. */
final class StateMonotone extends TapRule {
    StateMonotone() {
        super(
                "state-monotone",
                Weight.MUST,
                "a stream's bookmark never goes back within a run",
                "a run that resumes from the lower one repeats, one that trusted the higher one lost rows",
                Source.STATE);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        tap.lastState();
        int compared = 0;
        for (Tracked tracked : Tracked.of(tap)) {
            Optional<JsonNode> before = Optional.empty();
            for (Message state : tap.sync().output().messages("STATE").toList()) {
                Optional<JsonNode> now = tracked.bookmark(state.value());
                compared += now.isPresent() ? 1 : 0;
                if (before.isPresent()
                        && now.isPresent()
                        && Bookmarks.compare(now.get(), before.get()).orElse(0) < 0) {
                    return Verdict.fail(
                            "the bookmark of \"" + tracked.stream().id() + "\" goes back from " + before.get() + " to "
                                    + now.get(),
                            state);
                }
                before = now.or(Optional::empty);
            }
        }
        if (compared == 0) {
            throw new NothingToJudge("no bookmark whose meaning is known");
        }
        return Verdict.pass();
    }
}
