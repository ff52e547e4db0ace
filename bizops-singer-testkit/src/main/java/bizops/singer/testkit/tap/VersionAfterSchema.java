package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** A version belongs to a described stream. */
final class VersionAfterSchema extends TapRule {
    VersionAfterSchema() {
        super(
                "version-after-schema",
                Weight.MUST,
                "ACTIVATE_VERSION comes after its stream's SCHEMA",
                "the target knows no table whose old rows it could remove",
                Source.ACTIVATE_VERSION);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        Schemas.some(tap.sync().output(), "ACTIVATE_VERSION");
        Set<String> described = new HashSet<>();
        for (Message message : tap.sync().output().messages()) {
            if (message.is("SCHEMA")) {
                described.add(message.stream());
            } else if (message.is("ACTIVATE_VERSION") && !described.contains(message.stream())) {
                return Verdict.fail("no SCHEMA of stream \"" + message.stream() + "\" came before", message);
            }
        }
        return Verdict.pass();
    }
}
