package bizops.tap.zuora;

import bizops.sandbox.Sandbox;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Catalogs as a user would make them: discovered, then edited. */
final class Catalogs {
    private Catalogs() {}

    /** One stream selected, read by that method. */
    static String selectingAs(Sandbox sandbox, String stream, String method) {
        JsonNode catalog =
                TapRun.against(sandbox).streams(stream).discover().run().catalog();
        ObjectNode metadata = root(catalog.path("streams").path(0));
        metadata.put("selected", true);
        metadata.put("replication-method", method);
        return catalog.toString();
    }

    /** These streams selected. */
    static String selecting(Sandbox sandbox, String... streams) {
        JsonNode catalog =
                TapRun.against(sandbox).streams(streams).discover().run().catalog();
        catalog.path("streams").forEach(stream -> root(stream).put("selected", true));
        return catalog.toString();
    }

    /** The stream's own metadata, to be changed. */
    static ObjectNode root(JsonNode stream) {
        for (JsonNode entry : stream.path("metadata")) {
            if (entry.path("breadcrumb").isEmpty()) {
                return (ObjectNode) entry.path("metadata");
            }
        }
        throw new AssertionError("no metadata of the stream");
    }

    /** The metadata of a field, made if absent. */
    static ObjectNode field(JsonNode stream, String field) {
        ArrayNode all = (ArrayNode) stream.path("metadata");
        for (JsonNode entry : all) {
            if (entry.path("breadcrumb").size() == 2
                    && entry.path("breadcrumb").path(1).asText().equals(field)) {
                return (ObjectNode) entry.path("metadata");
            }
        }
        ObjectNode entry = all.addObject();
        entry.putArray("breadcrumb").add("properties").add(field);
        return entry.putObject("metadata");
    }
}
