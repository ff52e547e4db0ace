package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.verdict.NothingToJudge;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;
import java.util.List;

/** The end of a run is covered. */
final class StateLast extends TapRule {
    StateLast() {
        super(
                "state-last",
                Weight.MUST,
                "a tap that sends STATE sends one after its last record",
                "the records behind the last STATE come again with every run",
                Source.STATE);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        if (tap.sync().exit() != 0) {
            throw new NothingToJudge("the sync did not come to its end");
        }
        tap.lastState();
        List<Message> messages = tap.sync().output().messages();
        Message last = messages.get(messages.size() - 1);
        boolean uncovered = last.is("RECORD");
        for (Message message : messages) {
            uncovered = message.is("RECORD") || (uncovered && !message.is("STATE"));
        }
        return uncovered ? Verdict.fail("no STATE comes after this", last) : Verdict.pass();
    }
}
