package bizops.singer.testkit.target;

import bizops.singer.testkit.line.Moments;
import bizops.singer.testkit.line.Output;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Compares a value that was sent with one that a destination holds. */
final class SameValue {
    private SameValue() {}

    /** Numbers by value, date-times by moment, a text that holds JSON as JSON. */
    static boolean of(JsonNode sent, JsonNode held) {
        if (sent.isNumber() && held.isNumber()) {
            return sent.decimalValue().compareTo(held.decimalValue()) == 0;
        }
        if (sent.isTextual() && held.isTextual()) {
            Optional<Instant> moment = Moments.parse(sent.asText());
            return sent.asText().equals(held.asText())
                    || (moment.isPresent()
                            && moment.equals(Moments.parse(held.asText().replace(' ', 'T'))))
                    || sent.asText().concat("T00:00:00Z").equals(held.asText());
        }
        if (sent.isContainerNode() && held.isTextual()) {
            Output parsed = Output.of("value", held.asText().getBytes(StandardCharsets.UTF_8));
            return parsed.lines().size() == 1
                    && parsed.lines().get(0).values().size() == 1
                    && of(sent, parsed.lines().get(0).values().get(0));
        }
        return sent.isContainerNode() ? container(sent, held) : sent.equals(held);
    }

    private static boolean container(JsonNode sent, JsonNode held) {
        if (sent.getNodeType() != held.getNodeType() || sent.size() != held.size()) {
            return false;
        }
        if (sent.isArray()) {
            for (int at = 0; at < sent.size(); at++) {
                if (!of(sent.path(at), held.path(at))) {
                    return false;
                }
            }
            return true;
        }
        return sent.properties().stream().allMatch(property -> of(property.getValue(), held.path(property.getKey())));
    }
}
