package bizops.cli.bookmark;

import bizops.cli.pair.StateChange;
import bizops.singer.error.ConfigException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Sets a stream back, so that everything since then is read again. Immutable. */
public record Backfill(String stream, String since) implements StateChange {
    private static final String KEY = "replication_key";
    private static final String VALUE = "replication_key_value";

    @Override
    public String to(String state) {
        Bookmarks bookmarks = Bookmarks.of(state);
        ObjectNode entry = bookmarks
                .find(stream)
                .orElseThrow(() -> new ConfigException(
                        "stream " + stream + " has no bookmark: the next run reads all of it; leave the backfill out"));
        if (entry.hasNonNull(VALUE)) {
            JsonNode before = entry.get(VALUE);
            // Where a window was left, or a progress not yet made sure, belongs to the bookmark before.
            entry.retain(List.of(KEY, VALUE, "version"));
            entry.set(VALUE, earlier(before));
        } else {
            List<Map.Entry<String, JsonNode>> values = entry.properties().stream()
                    .filter(one ->
                            one.getValue().isValueNode() && !one.getValue().isNull())
                    .toList();
            if (values.size() != 1 || entry.size() != 1) {
                throw new ConfigException("the bookmark of " + stream + " has a form of the tap's own: " + entry
                        + "; change it by bizops state export and bizops state import");
            }
            entry.set(values.get(0).getKey(), earlier(values.get(0).getValue()));
        }
        return bookmarks.json();
    }

    private JsonNode earlier(JsonNode before) {
        return new Point(before).setBackTo(since, stream);
    }
}
