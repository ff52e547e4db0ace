package bizops.cli.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a kept catalog takes and the vendor no longer has: renamed, deleted, or hidden from this user. Stateless. */
public final class CatalogDrift {
    private CatalogDrift() {}

    /** The names, STREAM or STREAM.FIELD. */
    public static List<String> between(JsonNode kept, JsonNode found) {
        Map<String, StreamFields> now = new HashMap<>();
        found.path("streams").forEach(stream -> now.put(Catalogs.name(stream), StreamFields.of(stream)));
        List<String> gone = new ArrayList<>();
        for (JsonNode stream : kept.path("streams")) {
            StreamFields before = StreamFields.of(stream);
            StreamFields after = now.get(before.stream());
            if (!Catalogs.isSelected(stream)) {
                continue;
            }
            if (after == null) {
                gone.add(before.stream());
                continue;
            }
            before.selected().forEach((field, taken) -> {
                if (taken && !after.selected().containsKey(field)) {
                    gone.add(before.stream() + "." + field);
                }
            });
        }
        return gone;
    }
}
