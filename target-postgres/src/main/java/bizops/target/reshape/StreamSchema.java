package bizops.target.reshape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a SCHEMA message says of a stream. The schema is not to be changed: a reshaping makes a copy.
 *
 * @param schema the root of the JSON Schema
 * @param keys names of top-level properties; empty where the stream has no key
 */
public record StreamSchema(String stream, ObjectNode schema, List<String> keys) {
    public StreamSchema {
        keys = List.copyOf(keys);
    }
}
