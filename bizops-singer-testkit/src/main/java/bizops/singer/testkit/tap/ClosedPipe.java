package bizops.singer.testkit.tap;

import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.run.Executable;
import bizops.singer.testkit.run.Live;
import bizops.singer.testkit.verdict.NothingToJudge;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** Nobody reads any more. */
final class ClosedPipe extends TapRule {
    /** What a pipe holds on Linux, in bytes. */
    private static final int PIPE = 64 * 1024;

    ClosedPipe() {
        super(
                "closed-pipe",
                Weight.MUST,
                "when the reader of its standard output is gone, the tap ends soon, and not with 0",
                "a tap whose target died reads on for hours and uses up the source's quota",
                Source.PIPES);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        Executable process = tap.process();
        Schemas.some(tap.sync().output(), "RECORD");
        try (Live live = process.start("sync with a closed pipe", tap.syncArguments())) {
            live.closeOutput();
            live.endInput();
            Ended run = tap.keep(
                    live.end(process.limits().patience().plus(tap.sync().took())));
            if (run.late()) {
                return Verdict.fail("it did not end although nobody reads", run);
            }
            if (run.exit() == 0 && tap.sync().stdout().length() < PIPE) {
                throw new NothingToJudge(
                        "it may have been done before the pipe was closed: all it sends fits into a pipe");
            }
            return run.exit() == 0 ? Verdict.fail("it ended as if all were well", run) : Verdict.pass();
        }
    }
}
