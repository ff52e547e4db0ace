package bizops.cli.bookmark;

import bizops.singer.error.ConfigException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bookmarks of a state by stream. Most taps keep them under {@code bookmarks}, some at the top. Mutable. */
public final class Bookmarks {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final String BOOKMARKS = "bookmarks";
    private static final List<String> SYNCING = List.of("currently_syncing", "current_stream");
    private static final List<String> VERSIONS = List.of("activate_versions", "versions");

    private final ObjectNode state;

    private Bookmarks(ObjectNode state) {
        this.state = state;
    }

    /** Those of a state, a JSON object. */
    public static Bookmarks of(String state) {
        try {
            if (JSON.readTree(state) instanceof ObjectNode object) {
                return new Bookmarks(object);
            }
        } catch (JsonProcessingException broken) {
            throw new ConfigException("the stored state is no JSON: " + broken.getOriginalMessage(), broken);
        }
        throw new ConfigException("the stored state is no JSON object; bizops state set gives another one");
    }

    /** The streams that have one. */
    public List<String> streams() {
        List<String> names = new ArrayList<>();
        holder().properties().forEach(one -> {
            if (one.getValue().isObject()) {
                names.add(one.getKey());
            }
        });
        names.removeAll(VERSIONS);
        return names;
    }

    /**
     * The value of a stream's bookmark, a text or number, in the shapes that taps give it.
     *
     * @param replicationKey the field that it is of
     */
    public Optional<JsonNode> value(String stream, String replicationKey) {
        return find(stream)
                .map(entry -> entry.path("replication_key").asText().equals(replicationKey)
                        ? entry.path("replication_key_value")
                        : entry.path(replicationKey))
                .filter(JsonNode::isValueNode)
                .filter(value -> !value.isNull());
    }

    /** The field that a stream's bookmark is of, where it says so. */
    public Optional<String> replicationKey(String stream) {
        return find(stream).map(entry -> entry.path("replication_key").asText()).filter(name -> !name.isEmpty());
    }

    Optional<ObjectNode> find(String stream) {
        JsonNode entry = holder().path(stream);
        return entry instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }

    /** As if the stream had never been read. */
    void forget(String stream) {
        holder().remove(stream);
        for (String versions : VERSIONS) {
            if (state.path(versions) instanceof ObjectNode tables) {
                tables.remove(stream);
            }
        }
        for (String syncing : SYNCING) {
            if (state.path(syncing).asText().equals(stream)) {
                state.remove(syncing);
            }
        }
    }

    /** The whole state on one line. */
    String json() {
        return state.toString();
    }

    private ObjectNode holder() {
        return state.path(BOOKMARKS) instanceof ObjectNode bookmarks ? bookmarks : state;
    }
}
