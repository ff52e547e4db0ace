package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** A deselected field is not asked for. */
final class SelectionRequired extends TapRule {
    SelectionRequired() {
        super(
                "selection-required",
                Weight.MUST,
                "no SCHEMA requires a field that is deselected",
                "every record is invalid, and a target that checks stops",
                Source.SPEC);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        Narrowed less = Narrowed.of(tap);
        for (Message message : Schemas.of(tap.narrowed(less).output())) {
            String field = less.fields().get(message.stream());
            for (JsonNode required : message.schema().path("required")) {
                if (required.asText().equals(field)) {
                    return Verdict.fail("\"" + field + "\" is deselected and required", message);
                }
            }
        }
        return Verdict.pass();
    }
}
