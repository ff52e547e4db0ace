package bizops.singer.testkit.tap;

import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** One line, one message. */
final class LineOneObject extends TapRule {
    LineOneObject() {
        super(
                "line-one-object",
                Weight.MUST,
                "a line holds one message",
                "a target reads the first and drops the others, or stops",
                Source.SPEC);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        return tap.sync().output().lines().stream()
                .filter(line -> line.values().size() > 1)
                .findFirst()
                .map(line -> Verdict.fail("the line holds " + line.values().size() + " JSON values", line))
                .orElseGet(Verdict::pass);
    }
}
