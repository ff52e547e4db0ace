package bizops.singer.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries what the user decided in an older catalog over to a freshly discovered one. Stateless. */
public final class CatalogMerge {
    private static final List<String> USERS_KEYWORDS =
            List.of("selected", "replication-method", "replication-key", "view-key-properties");

    private CatalogMerge() {}

    /** The fresh catalog with the user's choices wherever stream and field still exist. */
    public static Catalog merge(Catalog fresh, Catalog users) {
        List<StreamEntry> merged = new ArrayList<>();
        for (StreamEntry entry : fresh.streams()) {
            merged.add(users.stream(entry.id()).map(old -> merge(entry, old)).orElse(entry));
        }
        return new Catalog(merged);
    }

    private static StreamEntry merge(StreamEntry fresh, StreamEntry users) {
        Map<Breadcrumb, Map<String, @Nullable Object>> metadata = new LinkedHashMap<>();
        fresh.metadata().forEach((node, said) -> {
            Map<String, @Nullable Object> both = new LinkedHashMap<>(said);
            for (String keyword : USERS_KEYWORDS) {
                users.metadata(node, keyword).ifPresent(value -> both.put(keyword, value));
            }
            metadata.put(node, both);
        });
        boolean forced =
                fresh.metadata(Breadcrumb.ROOT, "forced-replication-method").isPresent();
        return new StreamEntry(
                fresh.id(),
                users.name(),
                fresh.schema(),
                fresh.keyProperties(),
                users.replicationKey() != null && !forced ? users.replicationKey() : fresh.replicationKey(),
                users.replicationMethod() != null && !forced ? users.replicationMethod() : fresh.replicationMethod(),
                metadata,
                fresh.others());
    }
}
