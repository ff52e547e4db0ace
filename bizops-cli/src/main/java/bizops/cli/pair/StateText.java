package bizops.cli.pair;

import bizops.singer.error.ConfigException;
import bizops.singer.text.Utf8Text;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A state as a hand gives it: a JSON object, a STATE message, what Meltano shows, or what a target printed, a state a line.
 * Stateless.
 */
public final class StateText {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final ObjectReader READER = JSON.readerFor(JsonNode.class);

    private StateText() {}

    /** The state on one line: byte for byte where it came so; an error if there is none. */
    public static String of(String given) {
        String text = Utf8Text.unmarked(given).strip();
        Optional<JsonNode> whole = parsed(text);
        if (whole.isPresent()) {
            return state(text, whole.get());
        }
        List<String> lines = text.lines().toList();
        for (int at = lines.size() - 1; at >= 0; at--) {
            Optional<JsonNode> line = parsed(lines.get(at).strip());
            if (line.isPresent()) {
                return state(lines.get(at).strip(), line.get());
            }
        }
        throw new ConfigException("this is no JSON; give a state such as {\"bookmarks\":{}}, or {} to start afresh");
    }

    private static String state(String text, JsonNode parsed) {
        JsonNode value = parsed;
        boolean wrapped = false;
        for (Optional<JsonNode> inside = inside(value); inside.isPresent(); inside = inside(value)) {
            value = inside.get();
            wrapped = true;
        }
        if (!value.isObject()) {
            throw new ConfigException("a state is a JSON object, such as {\"bookmarks\":{}}; this is "
                    + value.getNodeType().name().toLowerCase(java.util.Locale.ROOT));
        }
        return !wrapped && text.lines().count() == 1 ? text : value.toString();
    }

    /** What a STATE message holds, or what Meltano's {@code state get}, its system database and its folders show. */
    private static Optional<JsonNode> inside(JsonNode value) {
        if (value.path("type").asText().equalsIgnoreCase("STATE") && value.has("value")) {
            return Optional.of(value.get("value"));
        }
        JsonNode completed = value.path("completed").path("singer_state");
        JsonNode partial = value.path("partial").path("singer_state");
        if (partial.isMissingNode()) {
            return Optional.ofNullable(completed.isMissingNode() ? value.get("singer_state") : completed);
        }
        return Optional.of(merged(completed, partial));
    }

    /** What the run after an incomplete one begins with: the newer state over the older, object by object. */
    private static JsonNode merged(JsonNode older, JsonNode newer) {
        if (!(older instanceof ObjectNode fields) || !newer.isObject()) {
            return newer;
        }
        ObjectNode both = fields.deepCopy();
        newer.properties()
                .forEach(field -> both.set(field.getKey(), merged(both.path(field.getKey()), field.getValue())));
        return both;
    }

    private static Optional<JsonNode> parsed(String text) {
        try {
            @Nullable JsonNode node = READER.readValue(text);
            return Optional.ofNullable(node).filter(parsed -> !parsed.isMissingNode());
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }
}
