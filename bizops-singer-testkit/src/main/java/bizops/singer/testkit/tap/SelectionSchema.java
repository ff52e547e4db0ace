package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;

/** A deselected field makes no column. */
final class SelectionSchema extends TapRule {
    SelectionSchema() {
        super(
                "selection-schema",
                Weight.ADVICE,
                "no SCHEMA describes a field that is available and deselected",
                "the target makes a column that stays empty",
                Source.SYNC);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        Narrowed less = Narrowed.of(tap);
        for (Message message : Schemas.of(tap.narrowed(less).output())) {
            String field = less.fields().get(message.stream());
            if (field != null && message.schema().path("properties").has(field)) {
                return Verdict.fail("\"" + field + "\" is deselected and described", message);
            }
        }
        return Verdict.pass();
    }
}
