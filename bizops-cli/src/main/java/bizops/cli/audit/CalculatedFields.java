package bizops.cli.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Fields that the catalog's metadata calls calculated: they change without a new replication key, so that rows read at
 * different times may differ in them. Immutable.
 */
record CalculatedFields(Map<String, Set<String>> byStream) {
    static final CalculatedFields NONE = new CalculatedFields(Map.of());

    static CalculatedFields of(JsonNode catalog) {
        Map<String, Set<String>> byStream = new HashMap<>();
        for (JsonNode stream : catalog.path("streams")) {
            String name =
                    stream.path("stream").asText(stream.path("tap_stream_id").asText());
            for (JsonNode entry : stream.path("metadata")) {
                if (entry.path("breadcrumb").size() == 2
                        && entry.path("metadata").path("calculated").asBoolean()) {
                    byStream.computeIfAbsent(name, none -> new HashSet<>())
                            .add(entry.path("breadcrumb").path(1).asText());
                }
            }
        }
        return new CalculatedFields(byStream);
    }

    boolean has(String stream, String field) {
        return byStream.getOrDefault(stream, Set.of()).contains(field);
    }
}
