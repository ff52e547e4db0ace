package bizops.singer.testkit.target;

import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** Empty input is fine. */
final class EmptyInput extends TargetRule {
    EmptyInput() {
        super(
                "empty-input",
                Weight.MUST,
                "empty input ends with 0 and without output",
                "a tap that had nothing to send makes the pipeline fail",
                Source.SPEC);
    }

    @Override
    protected Verdict look(TargetRuns target) throws IOException, InterruptedException {
        Ended run = target.fed(new Feed("empty input", ""));
        if (run.exit() != 0) {
            return Verdict.fail("it failed", run);
        }
        return run.output().lines().stream()
                .filter(line -> !line.values().isEmpty())
                .findFirst()
                .map(line -> Verdict.fail("something is printed", line))
                .orElseGet(Verdict::pass);
    }
}
