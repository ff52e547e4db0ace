package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** SCHEMA comes first. */
final class SchemaFirst extends TapRule {
    SchemaFirst() {
        super(
                "schema-first",
                Weight.MUST,
                "a stream's SCHEMA comes before its first RECORD",
                "targets stop at a record that they know no columns for",
                Source.SPEC);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        Set<String> described = new HashSet<>();
        Schemas.some(tap.sync().output(), "RECORD");
        for (Message message : tap.sync().output().messages()) {
            if (message.is("SCHEMA")) {
                described.add(message.stream());
            } else if (message.is("RECORD") && !described.contains(message.stream())) {
                return Verdict.fail("no SCHEMA of stream \"" + message.stream() + "\" came before", message);
            }
        }
        return Verdict.pass();
    }
}
