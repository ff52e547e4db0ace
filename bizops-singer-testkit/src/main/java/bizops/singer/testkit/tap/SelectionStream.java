package bizops.singer.testkit.tap;

import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.verdict.NothingToJudge;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** A deselected stream is silent. */
final class SelectionStream extends TapRule {
    SelectionStream() {
        super(
                "selection-stream",
                Weight.MUST,
                "a deselected stream sends no SCHEMA, no RECORD and no ACTIVATE_VERSION",
                "a table appears that nobody asked for",
                Source.SYNC);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        Narrowed less = Narrowed.of(tap);
        String silent = less.stream().orElseThrow(() -> new NothingToJudge("fewer than two streams sent records"));
        Ended run = tap.narrowed(less);
        if (run.output().messages().isEmpty()) {
            throw new NothingToJudge("the narrowed sync sent nothing; " + run);
        }
        return run.output().messages().stream()
                .filter(message -> message.stream().equals(silent))
                .findFirst()
                .map(message -> Verdict.fail("stream \"" + silent + "\" is deselected and sent", message))
                .orElseGet(Verdict::pass);
    }
}
