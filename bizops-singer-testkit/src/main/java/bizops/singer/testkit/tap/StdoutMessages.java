package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Line;
import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.verdict.NothingToJudge;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** Standard output is for messages. */
final class StdoutMessages extends TapRule {
    StdoutMessages() {
        super(
                "stdout-messages",
                Weight.MUST,
                "every line on standard output is a JSON object with a type; logs go to standard error",
                "the target stops at the first other line",
                Source.SPEC);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        Ended run = tap.sync();
        if (run.output().lines().isEmpty()) {
            throw new NothingToJudge("nothing was printed; " + run);
        }
        for (Line line : run.output().lines()) {
            if (!line.isObjects()) {
                return Verdict.fail("this is no message: " + line.problem().orElse("no JSON object"), line);
            }
            if (line.values().stream().anyMatch(value -> !value.path("type").isTextual())) {
                return Verdict.fail("the message has no type", line);
            }
        }
        return Verdict.pass();
    }
}
