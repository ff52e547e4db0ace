package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Moments;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a STATE says about one stream's progress, in the shapes that taps write. */
final class Bookmarks {
    private Bookmarks() {}

    /** The streams that it says something about. */
    static List<String> streams(JsonNode state) {
        List<String> streams = new ArrayList<>();
        state.path("bookmarks").fieldNames().forEachRemaining(streams::add);
        return streams;
    }

    /**
     * The value that the stream has come to; empty if the shape is not known.
     *
     * @param key the property that bookmarks are made of, if it is known
     */
    static Optional<JsonNode> of(JsonNode state, CatalogStream stream, Optional<String> key) {
        for (JsonNode holder : List.of(state.path("bookmarks"), state)) {
            for (String name : List.of(stream.id(), stream.name())) {
                Optional<JsonNode> value = value(holder.path(name), key);
                if (value.isPresent()) {
                    return value;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> value(JsonNode bookmark, Optional<String> key) {
        JsonNode named = bookmark.path("replication_key_value");
        JsonNode keyed = key.map(bookmark::path).orElse(named);
        return List.of(named, keyed, bookmark).stream()
                .filter(value -> value.isTextual() || value.isNumber())
                .findFirst();
    }

    /** Less than, equal to or more than zero as {@code one} is before, at or after {@code other}; empty: who knows. */
    static Optional<Integer> compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return Optional.of(one.decimalValue().compareTo(other.decimalValue()));
        }
        Optional<Instant> first = moment(one);
        Optional<Instant> second = moment(other);
        return first.isPresent() && second.isPresent()
                ? Optional.of(first.get().compareTo(second.get()))
                : Optional.empty();
    }

    /** A date counts as its first moment. */
    private static Optional<Instant> moment(JsonNode value) {
        String text = value.isTextual() ? value.asText() : "";
        return Moments.parse(text.matches("\\d{4}-\\d\\d-\\d\\d") ? text + "T00:00:00Z" : text);
    }
}
