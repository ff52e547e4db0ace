package bizops.singer.state;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a state out of what messages and Meltano wrap around it. Stateless. */
final class StateEnvelope {
    private static final Logger LOG = LoggerFactory.getLogger(StateEnvelope.class);

    private StateEnvelope() {}

    /** The innermost state. */
    static @Nullable Object unwrap(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> fields)) {
            return value;
        }
        if (fields.get("type") instanceof String type
                && type.equalsIgnoreCase("STATE")
                && fields.containsKey("value")) {
            return unwrap(fields.get("value"));
        }
        if (fields.containsKey("singer_state")) {
            LOG.info("state: using its 'singer_state'");
            return unwrap(fields.get("singer_state"));
        }
        if (fields.get("completed") instanceof Map<?, ?> completed && completed.containsKey("singer_state")) {
            return unwrap(completed);
        }
        return value;
    }

    static Map<String, @Nullable Object> fields(Map<?, ?> document) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        document.forEach((name, value) -> fields.put((String) name, value));
        return fields;
    }
}
