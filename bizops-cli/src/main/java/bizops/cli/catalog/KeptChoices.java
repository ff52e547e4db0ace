package bizops.cli.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What somebody chose by hand in a catalog, carried over into a newer one. Stateless. */
final class KeptChoices {
    private static final List<String> CHOICES =
            List.of("selected", "replication-method", "replication-key", "view-key-properties");

    private KeptChoices() {}

    /** Copies the choices of each stream and field that both have. */
    static void carry(JsonNode from, JsonNode to) {
        Map<String, ObjectNode> before = new HashMap<>();
        from.path("streams")
                .forEach(stream -> stream.path("metadata").forEach(entry -> {
                    if (entry.path("metadata") instanceof ObjectNode metadata) {
                        before.put(place(stream, entry), metadata);
                    }
                }));
        to.path("streams")
                .forEach(stream -> stream.path("metadata").forEach(entry -> {
                    ObjectNode old = before.get(place(stream, entry));
                    if (old != null && entry.path("metadata") instanceof ObjectNode metadata) {
                        for (String choice : CHOICES) {
                            if (old.has(choice)) {
                                metadata.set(choice, old.get(choice));
                            }
                        }
                    }
                }));
    }

    private static String place(JsonNode stream, JsonNode entry) {
        return stream.path("tap_stream_id").asText() + " " + entry.path("breadcrumb");
    }
}
