package bizops.cli.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A stream of a Singer catalog and its metadata. */
record StreamEntry(ObjectNode json) {
    String name() {
        return json.path("tap_stream_id").asText(json.path("stream").asText());
    }

    /** The names of its fields at the top level. */
    List<String> fields() {
        List<String> names = new ArrayList<>();
        json.path("schema").path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The metadata of the stream itself, whose breadcrumb is empty; made if it is missing. */
    ObjectNode ofStream() {
        return metadata();
    }

    /** The metadata of a field; made if it is missing. */
    ObjectNode ofField(String field) {
        return metadata("properties", field);
    }

    private ObjectNode metadata(String... breadcrumb) {
        ArrayNode all = json.withArrayProperty("metadata");
        for (JsonNode entry : all) {
            if (isAt(entry.path("breadcrumb"), breadcrumb)) {
                return ((ObjectNode) entry).withObjectProperty("metadata");
            }
        }
        ObjectNode added = all.addObject();
        ArrayNode place = added.putArray("breadcrumb");
        for (String step : breadcrumb) {
            place.add(step);
        }
        return added.putObject("metadata");
    }

    private static boolean isAt(JsonNode place, String... breadcrumb) {
        boolean same = place.size() == breadcrumb.length;
        for (int i = 0; same && i < breadcrumb.length; i++) {
            same = place.get(i).asText().equals(breadcrumb[i]);
        }
        return same;
    }
}
