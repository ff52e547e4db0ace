package bizops.singer.testkit.tap;

import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** A name stands once in an object. */
final class LineUniqueNames extends TapRule {
    LineUniqueNames() {
        super(
                "line-unique-names",
                Weight.MUST,
                "no object has the same name twice",
                "each reader takes another of the two values",
                Source.JSON);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        return tap.sync().output().lines().stream()
                .filter(line -> line.isObjects() && line.problem().isPresent())
                .findFirst()
                .map(line -> Verdict.fail(line.problem().orElseThrow(), line))
                .orElseGet(Verdict::pass);
    }
}
