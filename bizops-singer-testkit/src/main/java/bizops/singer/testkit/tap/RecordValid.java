package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.schema.RecordSchema;
import bizops.singer.testkit.schema.UnusableSchema;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Records fit their SCHEMA. */
final class RecordValid extends TapRule {
    RecordValid() {
        super(
                "record-valid",
                Weight.MUST,
                "every record is valid by its stream's latest SCHEMA (keys, formats and multipleOf aside)",
                "a target that checks stops; one that does not fails in its database",
                Source.SPEC);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        Map<Message, Optional<RecordSchema>> compiled = new HashMap<>();
        return Schemas.ofEachRecord(tap.sync().output(), (schema, record) -> {
            if (hasOtherTrouble(schema, record)) {
                return Optional.empty();
            }
            return compiled.computeIfAbsent(schema, RecordValid::compile)
                    .flatMap(usable -> usable.problem(record.record()))
                    .map(problem -> "the record does not fit its SCHEMA: " + problem);
        });
    }

    /** A key without a value is judged by a rule of its own. */
    private static boolean hasOtherTrouble(Message schema, Message record) {
        return schema.names("key_properties").stream()
                .anyMatch(key -> record.record().path(key).isMissingNode()
                        || record.record().path(key).isNull());
    }

    private static Optional<RecordSchema> compile(Message schema) {
        try {
            return Optional.of(RecordSchema.of(schema.schema()));
        } catch (UnusableSchema judgedElsewhere) {
            return Optional.empty();
        }
    }
}
