package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;
import java.util.List;

/** Keys are described. */
final class SchemaKeys extends TapRule {
    SchemaKeys() {
        super(
                "schema-keys",
                Weight.MUST,
                "every name in key_properties and bookmark_properties is a top-level property of the schema",
                "a target cannot make the key of the table",
                Source.SPEC);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        for (Message message : Schemas.of(tap.sync().output())) {
            for (String field : List.of("key_properties", "bookmark_properties")) {
                for (String name : message.names(field)) {
                    if (!message.schema().path("properties").has(name)) {
                        return Verdict.fail("\"" + name + "\" of " + field + " is not in the schema", message);
                    }
                }
            }
        }
        return Verdict.pass();
    }
}
