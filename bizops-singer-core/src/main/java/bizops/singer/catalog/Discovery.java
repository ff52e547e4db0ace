package bizops.singer.catalog;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Describes one stream of a source as a catalog entry. Every field gets its metadata, nested ones too; the keys
 * and the default replication key are automatic, and never nullable unless {@link #entryWithGaps} says so of the latter.
 *
 * @param key the names of the key, empty if there is none
 * @param replicationKeys the fields a bookmark can follow, the default first; empty if there is none
 * @param methods the ways the stream can be read, the default first; a single one is forced
 * @param metadata more about the stream as a whole, such as {@code is-view}
 */
public record Discovery(
        String id,
        StreamSchema schema,
        List<String> key,
        List<String> replicationKeys,
        List<ReplicationMethod> methods,
        Map<String, @Nullable Object> metadata) {

    public StreamEntry entry() {
        return entry(false);
    }

    /** The entry of a stream of which some rows have no replication key. */
    public StreamEntry entryWithGaps() {
        return entry(true);
    }

    private StreamEntry entry(boolean gaps) {
        Set<String> automatic = new LinkedHashSet<>(key);
        replicationKeys.stream().limit(1).forEach(automatic::add);
        StreamSchema strict = schema;
        for (String name : automatic) {
            PropertySchema field = schema.field(name)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "stream \"" + id + "\" names the key \"" + name + "\", which its schema does not have"));
            strict = gaps && !key.contains(name) ? strict : strict.field(name, field.notNull());
        }
        ReplicationMethod method = methods.get(0);
        boolean keyed = method == ReplicationMethod.INCREMENTAL && !replicationKeys.isEmpty();
        return new StreamEntry(
                id,
                id,
                strict.jsonSchema(),
                key,
                keyed ? replicationKeys.get(0) : null,
                method.name(),
                allMetadata(strict, automatic),
                Map.of());
    }

    private Map<Breadcrumb, Map<String, @Nullable Object>> allMetadata(StreamSchema fields, Set<String> automatic) {
        Map<Breadcrumb, Map<String, @Nullable Object>> all = new LinkedHashMap<>();
        all.put(Breadcrumb.ROOT, streamMetadata());
        fields.fields().forEach((name, field) -> {
            Map<String, @Nullable Object> said = new LinkedHashMap<>();
            said.put("inclusion", Inclusion.AVAILABLE.word());
            said.putAll(field.metadata());
            if (automatic.contains(name)) {
                said.put("inclusion", Inclusion.AUTOMATIC.word());
            }
            Breadcrumb node = Breadcrumb.field(name);
            all.put(node, said);
            addNested(all, node, field.jsonSchema());
        });
        return all;
    }

    private Map<String, @Nullable Object> streamMetadata() {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("inclusion", Inclusion.AVAILABLE.word());
        said.put("table-key-properties", key);
        if (!replicationKeys.isEmpty()) {
            said.put("valid-replication-keys", replicationKeys);
        }
        if (methods.size() == 1) {
            said.put("forced-replication-method", methods.get(0).name());
        }
        said.putAll(metadata);
        return said;
    }

    private static void addNested(
            Map<Breadcrumb, Map<String, @Nullable Object>> all, Breadcrumb node, Map<?, ?> schema) {
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, property) -> {
                Breadcrumb child = node.property((String) name);
                all.put(child, new LinkedHashMap<>(Map.of("inclusion", Inclusion.AVAILABLE.word())));
                if (property instanceof Map<?, ?> nested) {
                    addNested(all, child, nested);
                }
            });
        }
        if (schema.get("items") instanceof Map<?, ?> items) {
            addNested(all, node.items(), items);
        }
    }
}
