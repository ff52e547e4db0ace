package bizops.singer.testkit.tap;

import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** Errors are no messages. */
final class FailureStdout extends TapRule {
    FailureStdout() {
        super(
                "failure-stdout",
                Weight.MUST,
                "a run that cannot start prints nothing on standard output but messages",
                "the target's complaint about the line hides the tap's own error",
                Source.SPEC);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        Ended run = tap.badConfig();
        return run.output().lines().stream()
                .filter(line -> !line.isObjects())
                .findFirst()
                .map(line -> Verdict.fail("this is no message", line))
                .orElseGet(Verdict::pass);
    }
}
