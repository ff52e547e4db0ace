package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;
import java.util.Optional;

/** Records have their keys. */
final class RecordKeys extends TapRule {
    RecordKeys() {
        super(
                "record-keys",
                Weight.MUST,
                "every record has a value other than null for each key property",
                "a target stops, or makes one row of many",
                Source.SPEC);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        return Schemas.ofEachRecord(tap.sync().output(), RecordKeys::problem);
    }

    private static Optional<String> problem(Message schema, Message record) {
        return schema.names("key_properties").stream()
                .filter(key -> schema.schema().path("properties").has(key))
                .filter(key -> record.record().path(key).isMissingNode()
                        || record.record().path(key).isNull())
                .findFirst()
                .map(key -> "the key \"" + key + "\" has no value");
    }
}
