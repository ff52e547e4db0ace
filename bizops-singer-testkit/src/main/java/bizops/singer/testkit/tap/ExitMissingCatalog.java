package bizops.singer.testkit.tap;

import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.verdict.NothingToJudge;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** A missing catalog is a failure. */
final class ExitMissingCatalog extends TapRule {
    ExitMissingCatalog() {
        super(
                "exit-missing-catalog",
                Weight.MUST,
                "a catalog file that does not exist makes the exit code other than 0",
                "a slip of the pen syncs something else than was asked for",
                Source.SPEC);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        if (!tap.options().discovers() && tap.options().catalog().isEmpty()) {
            throw new NothingToJudge("the tap is run without a catalog");
        }
        Ended run = tap.missingCatalog();
        return run.exit() != 0 ? Verdict.pass() : Verdict.fail("it went on", run);
    }
}
