package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.verdict.NothingToJudge;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A STATE that came in is not lost. */
final class StateKept extends TapRule {
    StateKept() {
        super(
                "state-kept",
                Weight.MUST,
                "what the incoming STATE says of a stream is still there, or newer, in the last STATE that goes out",
                "the run after next starts from the beginning",
                Source.STATE);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        JsonNode incoming = tap.lastState().value();
        List<Tracked> tracked = Tracked.of(tap);
        Message state = tap.resumed()
                .output()
                .lastState()
                .orElseThrow(() -> new NothingToJudge("the run from the last STATE sent none"));
        if (!incoming.isEmpty() && state.value().isEmpty()) {
            return Verdict.fail("the STATE is empty, and that which came in was not", state);
        }
        for (String stream : Bookmarks.streams(incoming)) {
            JsonNode now = state.value().path("bookmarks").path(stream);
            if (now.isMissingNode() || now.isNull()) {
                return Verdict.fail("the bookmark of \"" + stream + "\" is lost", state);
            }
        }
        for (Tracked one : tracked) {
            Optional<JsonNode> was = one.bookmark(incoming);
            Optional<JsonNode> is = one.bookmark(state.value());
            if (was.isPresent()
                    && is.isPresent()
                    && Bookmarks.compare(is.get(), was.get()).orElse(0) < 0) {
                return Verdict.fail("the bookmark of \"" + one.stream().id() + "\" goes back from " + was.get(), state);
            }
        }
        return Verdict.pass();
    }
}
