package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.line.Output;
import bizops.singer.testkit.verdict.NothingToJudge;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A stream of the sync, and the property that its bookmarks are made of. */
record Tracked(CatalogStream stream, String key) {
    /** The streams of the catalog and of the sync's SCHEMAs whose replication key is known. */
    static List<Tracked> of(TapRuns tap) throws IOException, InterruptedException {
        List<Tracked> tracked = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<Catalog> catalog = catalog(tap);
        for (Message schema : Schemas.of(tap.sync().output())) {
            CatalogStream stream = catalog.flatMap(all -> all.named(schema.stream()))
                    .orElseGet(() -> new CatalogStream(
                            new ObjectMapper().createObjectNode().put("tap_stream_id", schema.stream())));
            List<String> hints = schema.names("bookmark_properties");
            Optional<String> key =
                    stream.replicationKey().or(() -> hints.size() == 1 ? Optional.of(hints.get(0)) : Optional.empty());
            if (key.isPresent() && seen.add(stream.id())) {
                tracked.add(new Tracked(stream, key.get()));
            }
        }
        return tracked;
    }

    /** What the state says of it. */
    Optional<JsonNode> bookmark(JsonNode state) {
        return Bookmarks.of(state, stream, Optional.of(key));
    }

    /** Its records in a run. */
    List<Message> records(Output output) {
        return output.messages("RECORD")
                .filter(message -> message.stream().equals(stream.name()))
                .toList();
    }

    private static Optional<Catalog> catalog(TapRuns tap) throws IOException, InterruptedException {
        try {
            return Optional.of(tap.catalog());
        } catch (NothingToJudge withoutCatalog) {
            return Optional.empty();
        }
    }
}
