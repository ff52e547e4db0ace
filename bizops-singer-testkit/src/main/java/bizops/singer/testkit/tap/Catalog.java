package bizops.singer.testkit.tap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A catalog and the choices in it. */
record Catalog(ObjectNode document, List<CatalogStream> streams) {
    static Catalog of(JsonNode document) {
        ObjectNode copy = document.deepCopy();
        List<CatalogStream> streams = new ArrayList<>();
        for (JsonNode stream : copy.path("streams")) {
            if (stream instanceof ObjectNode entry) {
                streams.add(new CatalogStream(entry));
            }
        }
        return new Catalog(copy, List.copyOf(streams));
    }

    /** A copy in which the user wants every stream and every field. */
    Catalog withAllSelected() {
        Catalog copy = of(document);
        copy.streams().forEach(CatalogStream::selectAll);
        return copy;
    }

    /** The stream whose messages bear this name. */
    Optional<CatalogStream> named(String stream) {
        return streams.stream()
                .filter(entry -> entry.name().equals(stream) || entry.id().equals(stream))
                .findFirst();
    }
}
