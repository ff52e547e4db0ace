package bizops.singer.catalog;

import bizops.singer.error.ConfigException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One stream as the source has it now, and as the user's catalog knows it. Used once. */
final class StreamChoices {
    private final StreamEntry source;
    private final StreamEntry users;
    private final ReplicationChoice replication;

    StreamChoices(StreamEntry source, StreamEntry users) {
        this.source = source;
        this.users = users;
        this.replication = new ReplicationChoice(source, users);
    }

    /** The plan by a given catalog; empty if the stream is not selected. */
    Optional<StreamPlan> chosen() {
        Selection root = rules(Set.of()).decide();
        if (!root.isSelected()) {
            return Optional.empty();
        }
        FieldReport.write(source, users);
        return Optional.of(plan(rules(always()).decide()));
    }

    /** The plan without a given catalog; empty if the tap does not select the stream by default. */
    Optional<StreamPlan> byDefault() {
        Selection selection = rules(always()).byDefault();
        return selection.isSelected() ? Optional.of(plan(selection)) : Optional.empty();
    }

    /** The plan with the stream selected whatever is said of it. */
    StreamPlan forced() {
        return plan(rules(always()).forced());
    }

    private StreamPlan plan(Selection selection) {
        return new StreamPlan(
                source.id(),
                users.name(),
                selection.prune(SchemaOverlap.of(source.schema(), users.schema(), always())),
                selection,
                key(),
                replication.method(),
                replication.key());
    }

    private SelectionRules rules(Set<String> always) {
        return new SelectionRules(overlap(always), always);
    }

    private Set<String> always() {
        Set<String> always = new HashSet<>(key());
        replication.key().ifPresent(always::add);
        return always;
    }

    /** The fields that both know; what the user says of them, except that the source says what can be sent. */
    private StreamEntry overlap(Set<String> always) {
        Map<Breadcrumb, Map<String, @Nullable Object>> metadata = new LinkedHashMap<>(users.metadata());
        if (users.metadata().isEmpty()) {
            metadata.put(Breadcrumb.ROOT, Map.of("selected", true)); // what no metadata at all means
        }
        source.metadata().forEach((node, said) -> inclusionOf(metadata, node, said));
        return new StreamEntry(
                source.id(),
                users.name(),
                SchemaOverlap.of(source.schema(), users.schema(), always),
                users.keyProperties(),
                users.replicationKey(),
                users.replicationMethod(),
                metadata,
                Map.of());
    }

    private static void inclusionOf(
            Map<Breadcrumb, Map<String, @Nullable Object>> metadata,
            Breadcrumb node,
            Map<String, @Nullable Object> said) {
        Map<String, @Nullable Object> both = new LinkedHashMap<>(metadata.getOrDefault(node, Map.of()));
        both.put("inclusion", said.get("inclusion"));
        metadata.put(node, both);
    }

    private List<String> key() {
        for (StreamEntry entry : List.of(users, source)) {
            List<String> key = keyOf(entry);
            if (!key.isEmpty()) {
                checkFields(key);
                return key;
            }
        }
        return List.of();
    }

    private static List<String> keyOf(StreamEntry entry) {
        if (entry.keyProperties() != null && !entry.keyProperties().isEmpty()) {
            return entry.keyProperties();
        }
        String where = "catalog: stream \"" + entry.id() + "\" ";
        for (String keyword : List.of("table-key-properties", "view-key-properties")) {
            List<String> key = JsonValues.names(
                    entry.metadata(Breadcrumb.ROOT, keyword).orElse(null), where + "'" + keyword + "'");
            if (key != null && !key.isEmpty()) {
                return key;
            }
        }
        return List.of();
    }

    private void checkFields(List<String> key) {
        for (String name : key) {
            if (!SchemaOverlap.names(source.schema()).contains(name)) {
                throw new ConfigException("catalog: stream \"" + source.id() + "\" has the key \"" + name
                        + "\", which the source does not have; correct 'key_properties'");
            }
        }
    }
}
