package bizops.singer.testkit.target;

import bizops.singer.testkit.run.Secrets;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** Secrets stay secret. */
final class NoSecrets extends TargetRule {
    NoSecrets() {
        super(
                "no-secrets",
                Weight.MUST,
                "no secret of the config is printed, in no run that was made here",
                "job logs are read by many and kept for long",
                Source.PRACTICE);
    }

    @Override
    protected Verdict look(TargetRuns target) throws IOException, InterruptedException {
        return Secrets.of(target.options().configs()).look(target.all());
    }
}
