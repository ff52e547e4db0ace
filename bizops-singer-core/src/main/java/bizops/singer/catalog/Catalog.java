package bizops.singer.catalog;

import java.util.List;
import java.util.Optional;

/** The streams of a source, in order, each id once. Immutable. */
public record Catalog(List<StreamEntry> streams) {
    public Catalog {
        streams = List.copyOf(streams);
    }

    public Optional<StreamEntry> stream(String id) {
        return streams.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }
}
