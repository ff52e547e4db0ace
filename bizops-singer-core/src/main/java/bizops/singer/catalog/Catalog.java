package bizops.singer.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The streams of a source, in order, each id once. Immutable. */
public record Catalog(List<StreamEntry> streams) {
    public Catalog {
        streams = List.copyOf(streams);
    }

    public Optional<StreamEntry> stream(String id) {
        return streams.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** Of a user's catalog the streams that are selected in it. */
    public Catalog selected() {
        return new Catalog(streams.stream()
                .filter(entry -> new SelectionRules(entry, Set.of()).decide().isSelected())
                .toList());
    }

    /** The ids, in order. */
    public Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>();
        streams.forEach(entry -> ids.add(entry.id()));
        return ids;
    }
}
