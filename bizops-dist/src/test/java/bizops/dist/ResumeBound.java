package bizops.dist;

import bizops.postgres.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many rows a resumed run may send of each stream: those after its STATE and the documented look-back before it,
 * counted in the tables of an undisturbed run.
 */
final class ResumeBound {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The tap's default; all these streams follow SystemModstamp. */
    private static final Duration LOOKBACK = Duration.ofMinutes(10);

    private ResumeBound() {}

    static Map<String, Long> of(List<String> streams, Optional<String> state, TestDatabase undisturbed)
            throws IOException, SQLException {
        JsonNode bookmarks = state.isEmpty()
                ? JSON.createObjectNode()
                : JSON.readTree(state.get()).path("bookmarks");
        Map<String, Long> bound = new TreeMap<>();
        for (String stream : streams) {
            bound.put(stream, of(stream, bookmarks.path(stream), undisturbed));
        }
        return bound;
    }

    private static long of(String stream, JsonNode bookmark, TestDatabase undisturbed) throws SQLException {
        if (bookmark.hasNonNull("position_stamp")) {
            Instant settled =
                    Instant.parse(bookmark.path("position_window_end").asText()).minus(LOOKBACK);
            return LoadedTables.behind(
                    undisturbed,
                    stream,
                    bookmark.path("position_stamp").asText(),
                    bookmark.path("position_id").asText(),
                    settled.toString());
        }
        String value = bookmark.path("replication_key_value").asText(Instant.EPOCH.toString());
        return LoadedTables.since(
                undisturbed, stream, Instant.parse(value).minus(LOOKBACK).toString());
    }
}
