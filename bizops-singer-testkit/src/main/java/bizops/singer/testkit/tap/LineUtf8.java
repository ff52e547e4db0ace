package bizops.singer.testkit.tap;

import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** JSON is UTF-8. */
final class LineUtf8 extends TapRule {
    LineUtf8() {
        super(
                "line-utf8",
                Weight.MUST,
                "messages are UTF-8, whatever the locale",
                "names are garbled, or the target stops",
                Source.JSON);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        return tap.sync().output().lines().stream()
                .filter(line -> !line.utf8())
                .findFirst()
                .map(line -> Verdict.fail("the line is no valid UTF-8", line))
                .orElseGet(Verdict::pass);
    }
}
