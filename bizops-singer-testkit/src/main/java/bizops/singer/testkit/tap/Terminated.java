package bizops.singer.testkit.tap;

import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.run.Executable;
import bizops.singer.testkit.run.Live;
import bizops.singer.testkit.verdict.NothingToJudge;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** A signal ends the run. */
final class Terminated extends TapRule {
    Terminated() {
        super(
                "sigterm",
                Weight.MUST,
                "SIGTERM in the middle of a sync ends the tap soon, and not with 0",
                "a job that was cancelled hangs, or counts as a success",
                Source.PIPES);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        Executable process = tap.process();
        int whole = Schemas.some(tap.sync().output(), "RECORD").size();
        try (Live live = process.start("sync ended by SIGTERM", tap.syncArguments())) {
            live.endInput();
            boolean began = live.readFirst(process.limits().whole());
            if (!began || !live.terminate()) {
                throw new NothingToJudge("the sync was over before the signal");
            }
            live.read();
            Ended run = tap.keep(live.end(process.limits().patience()));
            if (run.late()) {
                return Verdict.fail("it went on after SIGTERM", run);
            }
            if (run.exit() == 0 && run.output().messages("RECORD").count() >= whole) {
                throw new NothingToJudge("the sync was over before the signal");
            }
            return run.exit() == 0 ? Verdict.fail("it broke off and ended as if all were well", run) : Verdict.pass();
        }
    }
}
