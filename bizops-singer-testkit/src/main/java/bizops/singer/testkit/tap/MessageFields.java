package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Messages are complete. */
final class MessageFields extends TapRule {
    MessageFields() {
        super(
                "message-fields",
                Weight.MUST,
                "messages have what their type needs: SCHEMA a stream, schema and list of key_properties, RECORD a stream"
                        + " and record, STATE a value, ACTIVATE_VERSION a stream and whole version",
                "the target cannot tell what is meant",
                Source.SPEC);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        for (Message message : tap.sync().output().messages()) {
            Optional<String> missing = missing(message);
            if (missing.isPresent()) {
                return Verdict.fail(message.type() + " needs " + missing.get(), message);
            }
        }
        return Verdict.pass();
    }

    private static Optional<String> missing(Message message) {
        JsonNode body = message.body();
        boolean ofStream = Set.of("SCHEMA", "RECORD", "ACTIVATE_VERSION").contains(message.type());
        if (ofStream && message.stream().isEmpty()) {
            return Optional.of("a stream");
        }
        return switch (message.type()) {
            case "SCHEMA" ->
                body.path("schema").isObject() && isNames(body.path("key_properties"))
                        ? Optional.empty()
                        : Optional.of("a schema and a list of key_properties");
            case "RECORD" -> body.has("record") ? Optional.empty() : Optional.of("a record");
            case "STATE" -> body.has("value") ? Optional.empty() : Optional.of("a value");
            case "ACTIVATE_VERSION" ->
                body.path("version").isIntegralNumber() ? Optional.empty() : Optional.of("a whole number as version");
            default -> Optional.empty();
        };
    }

    private static boolean isNames(JsonNode list) {
        for (JsonNode name : list) {
            if (!name.isTextual()) {
                return false;
            }
        }
        return list.isArray();
    }
}
