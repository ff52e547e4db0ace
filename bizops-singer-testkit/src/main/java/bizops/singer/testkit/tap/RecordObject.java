package bizops.singer.testkit.tap;

import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** A record is an object. */
final class RecordObject extends TapRule {
    RecordObject() {
        super(
                "record-object",
                Weight.MUST,
                "the record of a RECORD is a JSON object",
                "there are no fields to load",
                Source.SPEC);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        return Schemas.some(tap.sync().output(), "RECORD").stream()
                .filter(message ->
                        message.body().has("record") && !message.record().isObject())
                .findFirst()
                .map(message -> Verdict.fail("the record is no object", message))
                .orElseGet(Verdict::pass);
    }
}
