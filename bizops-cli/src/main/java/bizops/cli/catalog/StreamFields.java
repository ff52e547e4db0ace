package bizops.cli.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fields of a stream. Immutable.
 *
 * @param selected by name, whether it is taken: by choice or because the tap always sends it
 */
record StreamFields(String stream, Map<String, Boolean> selected) {
    static StreamFields of(JsonNode stream) {
        Map<String, Boolean> selected = new TreeMap<>();
        stream.path("schema").path("properties").fieldNames().forEachRemaining(name -> selected.put(name, false));
        for (JsonNode entry : stream.path("metadata")) {
            JsonNode place = entry.path("breadcrumb");
            if (place.size() == 2) {
                JsonNode metadata = entry.path("metadata");
                boolean always = metadata.path("inclusion").asText().equals("automatic");
                selected.put(
                        place.get(1).asText(),
                        always
                                || metadata.path("selected")
                                        .asBoolean(metadata.path("selected-by-default")
                                                .asBoolean(false)));
            }
        }
        return new StreamFields(Catalogs.name(stream), selected);
    }

    /** Such as {@code Lead: 41 of 60 fields}. */
    String text() {
        long taken = selected.values().stream().filter(Boolean::booleanValue).count();
        return stream + ": " + taken + " of " + selected.size() + " fields";
    }

    /** What is new in a later catalog and what is gone, a line a field. */
    List<String> changesTo(StreamFields later) {
        List<String> lines = new ArrayList<>();
        later.selected.keySet().stream()
                .filter(name -> !selected.containsKey(name))
                .forEach(name -> lines.add("  new: " + stream + "." + name));
        selected.keySet().stream()
                .filter(name -> !later.selected.containsKey(name))
                .forEach(name -> lines.add("  gone: " + stream + "." + name));
        return lines;
    }
}
