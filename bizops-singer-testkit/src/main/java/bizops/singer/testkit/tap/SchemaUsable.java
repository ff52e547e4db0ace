package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.schema.RecordSchema;
import bizops.singer.testkit.schema.UnusableSchema;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Schemas are JSON Schema. */
final class SchemaUsable extends TapRule {
    SchemaUsable() {
        super(
                "schema-usable",
                Weight.MUST,
                "the schema of a SCHEMA is JSON Schema of an object, its references resolved",
                "a target can neither make the table nor check a record",
                Source.SPEC);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        for (Message message : Schemas.of(tap.sync().output())) {
            JsonNode type = message.schema().path("type");
            if (!type.isMissingNode() && !type.toString().contains("\"object\"")) {
                return Verdict.fail("the schema is not that of an object", message);
            }
            try {
                RecordSchema.of(message.schema());
            } catch (UnusableSchema unusable) {
                return Verdict.fail(String.valueOf(unusable.getMessage()), message);
            }
        }
        return Verdict.pass();
    }
}
