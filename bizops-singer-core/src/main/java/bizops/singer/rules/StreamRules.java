package bizops.singer.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules as they stand for one stream under one schema. Immutable. */
public final class StreamRules {
    private final String stream;
    private final Map<String, @Nullable Object> schema;
    private final Map<String, FieldRules> fields;
    private final Set<ColumnRule> used;
    /** The fields that rules change or ask. */
    private final Set<String> touched = new LinkedHashSet<>();

    StreamRules(
            String stream, Map<String, @Nullable Object> schema, Map<String, FieldRules> fields, Set<ColumnRule> used) {
        this.stream = stream;
        this.schema = schema;
        this.fields = fields;
        this.used = Set.copyOf(used);
        fields.forEach((name, rules) -> {
            touched.add(name);
            conditions(rules);
        });
    }

    private void conditions(FieldRules rules) {
        for (Step step : rules.steps()) {
            if (!step.conditionPath().isEmpty()) {
                touched.add(step.conditionPath().get(0));
            }
        }
        rules.members().values().forEach(this::conditions);
    }

    /** Whether schema and records pass as they are. */
    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Whether some rule is for this field at the top level, or for a part of it. */
    public boolean changes(String field) {
        return fields.containsKey(field);
    }

    /** The schema after the rules; must not be changed. */
    public Map<String, @Nullable Object> schema() {
        return schema;
    }

    /** The schema after the rules, as a tree of its own. */
    public ObjectNode schemaNode() {
        return JsonTrees.object(schema);
    }

    /** A row after the rules: the row itself if there are none, else a copy. */
    public Map<String, @Nullable Object> record(Map<String, @Nullable Object> row) {
        if (fields.isEmpty()) {
            return row;
        }
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(row);
        FieldRules.apply(fields, changed, row);
        return changed;
    }

    /** A record after the rules; the given tree is changed and answered. */
    public ObjectNode record(ObjectNode row) {
        Map<String, @Nullable Object> before = new LinkedHashMap<>();
        for (String name : touched) {
            if (row.has(name)) {
                before.put(name, JsonTrees.plain(row.get(name)));
            }
        }
        Map<String, @Nullable Object> after = record(before);
        for (String name : fields.keySet()) {
            if (!after.containsKey(name)) {
                row.remove(name);
            } else if (after.get(name) != before.get(name)) {
                row.set(name, JsonTrees.node(after.get(name)));
            }
        }
        return row;
    }

    String stream() {
        return stream;
    }

    boolean uses(ColumnRule rule) {
        return used.contains(rule);
    }
}
