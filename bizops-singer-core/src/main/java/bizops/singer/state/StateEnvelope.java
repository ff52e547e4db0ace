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
        Object completed = singerState(fields.get("completed"));
        Object partial = singerState(fields.get("partial"));
        if (completed == null && partial == null) {
            return value;
        }
        LOG.info("state: using its 'singer_state'");
        return unwrap(partial == null ? completed : merged(completed, partial));
    }

    private static @Nullable Object singerState(@Nullable Object part) {
        return part instanceof Map<?, ?> fields ? fields.get("singer_state") : null;
    }

    /** What the run after an incomplete one begins with: the newer state over the older, object by object. */
    private static @Nullable Object merged(@Nullable Object older, @Nullable Object newer) {
        if (!(older instanceof Map<?, ?> before) || !(newer instanceof Map<?, ?> after)) {
            return newer;
        }
        Map<String, @Nullable Object> both = fields(before);
        fields(after).forEach((name, value) -> both.put(name, merged(both.get(name), value)));
        return both;
    }

    static Map<String, @Nullable Object> fields(Map<?, ?> document) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        document.forEach((name, value) -> fields.put((String) name, value));
        return fields;
    }
}
