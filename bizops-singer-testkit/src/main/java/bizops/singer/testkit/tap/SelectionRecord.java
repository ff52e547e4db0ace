package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.verdict.NothingToJudge;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** A deselected field has no value. */
final class SelectionRecord extends TapRule {
    SelectionRecord() {
        super(
                "selection-record",
                Weight.MUST,
                "no RECORD carries a field that is available and deselected",
                "data that a user left out on purpose, such as personal data, reaches the destination",
                Source.SYNC);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        Narrowed less = Narrowed.of(tap);
        if (less.fields().isEmpty()) {
            throw new NothingToJudge("no field that was sent is available and no key");
        }
        for (Message message : Schemas.some(tap.narrowed(less).output(), "RECORD")) {
            String field = less.fields().get(message.stream());
            if (field != null && message.record().has(field)) {
                return Verdict.fail("\"" + field + "\" is deselected and sent", message);
            }
        }
        return Verdict.pass();
    }
}
