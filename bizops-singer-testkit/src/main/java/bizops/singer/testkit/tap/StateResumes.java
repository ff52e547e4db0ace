package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.verdict.NothingToJudge;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A run goes on where the last one stopped. */
final class StateResumes extends TapRule {
    StateResumes() {
        super(
                "state-resumes",
                Weight.MUST,
                "a run from the last STATE ends with 0 and does not send everything again",
                "every run costs as much as the first, and keyless tables grow",
                Source.STATE);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        Ended resumed = tap.resumed();
        if (resumed.exit() != 0 && tap.sync().exit() == 0) {
            return Verdict.fail("the run from the last STATE failed", resumed);
        }
        JsonNode from = tap.lastState().value();
        int judged = 0;
        Verdict verdict = Verdict.pass();
        for (Tracked tracked : Tracked.of(tap)) {
            Optional<JsonNode> bookmark = tracked.bookmark(from);
            if (bookmark.isPresent()) {
                judged++;
                List<Message> old = before(tracked.records(resumed.output()), tracked.key(), bookmark.get());
                List<Message> first = before(tracked.records(tap.sync().output()), tracked.key(), bookmark.get());
                if (!old.isEmpty() && old.size() >= first.size()) {
                    return Verdict.fail(
                            "stream \"" + tracked.stream().id() + "\" starts over: " + old.size()
                                    + " records are older than the bookmark " + bookmark.get(),
                            old.get(0));
                }
                if (!old.isEmpty()) {
                    verdict = Verdict.warn(
                            old.size() + " records of \"" + tracked.stream().id() + "\" are older than the bookmark "
                                    + bookmark.get() + "; well, if the tap looks back on purpose",
                            old.get(0));
                }
            }
        }
        if (judged == 0) {
            throw new NothingToJudge("no bookmark whose meaning is known");
        }
        return verdict;
    }

    private static List<Message> before(List<Message> records, String key, JsonNode bookmark) {
        return records.stream()
                .filter(record ->
                        Bookmarks.compare(record.record().path(key), bookmark).orElse(0) < 0)
                .toList();
    }
}
