package bizops.target.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The comment by which datamill-co's target-postgres keeps the properties of a table's columns, such as {@code
 * {"mappings": {"order_ref": {"type": ["string"], "from": ["Order-Ref"]}}}}.
 */
final class TableComment {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TableComment() {}

    /**
     * The property of each column; without those that are parts of an object, and without properties of two columns, of
     * which neither holds every value. Empty for any other comment.
     */
    static Map<String, String> properties(@Nullable String comment) {
        Map<String, String> properties = new HashMap<>();
        Set<String> seen = new HashSet<>();
        Set<String> split = new HashSet<>();
        mappings(comment).properties().forEach(mapping -> {
            JsonNode path = mapping.getValue().path("from");
            if (path.isArray() && path.size() == 1 && path.get(0).isTextual()) {
                String property = path.get(0).textValue();
                properties.put(mapping.getKey(), property);
                if (!seen.add(property)) {
                    split.add(property);
                }
            }
        });
        properties.values().removeAll(split);
        return properties;
    }

    private static JsonNode mappings(@Nullable String comment) {
        if (comment == null || !comment.startsWith("{")) {
            return JSON.missingNode();
        }
        try {
            return JSON.readTree(comment).path("mappings");
        } catch (JsonProcessingException someoneElses) {
            return JSON.missingNode();
        }
    }
}
