package bizops.target;

import bizops.singer.config.Config;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Settings that are objects or lists. */
final class JsonSetting {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonSetting() {}

    /** The setting's value; a missing node where it is not given. */
    static JsonNode of(Config config, String name) {
        try {
            String text = config.json(name).orElse("");
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException checkedBefore) {
            throw new IllegalStateException(checkedBefore);
        }
    }
}
