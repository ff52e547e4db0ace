package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records hold what was described. */
final class RecordKnownFields extends TapRule {
    RecordKnownFields() {
        super(
                "record-known-fields",
                Weight.ADVICE,
                "every property of a record is described by its SCHEMA",
                "targets drop what they know no column for",
                Source.SPEC);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        return Schemas.ofEachRecord(tap.sync().output(), RecordKnownFields::problem);
    }

    private static Optional<String> problem(Message schema, Message record) {
        if (!schema.schema().has("properties") || schema.schema().has("patternProperties")) {
            return Optional.empty();
        }
        List<String> unknown = new ArrayList<>();
        record.record().fieldNames().forEachRemaining(name -> {
            if (!schema.schema().path("properties").has(name)) {
                unknown.add(name);
            }
        });
        return unknown.stream().findFirst().map(name -> "\"" + name + "\" is not in the SCHEMA");
    }
}
