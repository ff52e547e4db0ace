package bizops.singer.catalog;

import bizops.singer.json.RowLayout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of one node of a schema is sent, and of everything below it: the answer of {@link SelectionRules}, kept as a
 * tree. Thread-safe; answers the same for ever.
 */
public final class Selection {
    /** A node that is not sent. */
    public static final Selection NOTHING = new Selection(false, null, null);

    private final boolean selected;
    private final @Nullable Map<String, Selection> properties;
    private final @Nullable Selection items;
    /** The names of the properties that are sent, in order, and their selections. */
    private final String[] sent;

    private final Selection[] below;
    /** Whether all that is sent is sent as it is. */
    private final boolean flat;

    /** What {@link #passes} answered for the layout that rows had last. */
    private Passed last = new Passed(null, false);

    private record Passed(@Nullable RowLayout layout, boolean answer) {}

    /**
     * @param properties the properties that the schema names, or null if it names none and takes any
     * @param items the array's elements, or null if the schema says nothing of them
     */
    Selection(boolean selected, @Nullable Map<String, Selection> properties, @Nullable Selection items) {
        this.selected = selected;
        this.properties = properties == null ? null : Collections.unmodifiableMap(properties);
        this.items = items;
        Map<String, Selection> kept = new LinkedHashMap<>(properties == null ? Map.of() : properties);
        kept.values().removeIf(property -> !property.selected);
        this.sent = kept.keySet().toArray(String[]::new);
        this.below = kept.values().toArray(Selection[]::new);
        this.flat = kept.values().stream().allMatch(field -> field.properties == null && field.items == null);
    }

    /** Whether this node is sent at all. */
    public boolean isSelected() {
        return selected;
    }

    /** Whether the field at this path of names is sent; array elements need no name. */
    public boolean isSelected(String... path) {
        Selection node = this;
        for (String name : path) {
            node = node.child(name);
        }
        return node.selected;
    }

    /** The names of the fields that are sent, in the schema's order; empty if the node is not sent. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        if (selected && properties != null) {
            properties.forEach((name, property) -> {
                if (property.selected) {
                    names.add(name);
                }
            });
        }
        return names;
    }

    /** The schema without what is not sent, in {@code properties} and in {@code required}, at every depth. */
    public Map<String, @Nullable Object> prune(Map<String, @Nullable Object> schema) {
        Map<String, @Nullable Object> pruned = new LinkedHashMap<>(schema);
        if (properties != null && schema.get("properties") instanceof Map<?, ?> all) {
            pruned.put("properties", selectedOf(all));
            if (schema.get("required") instanceof List<?> required) {
                List<?> kept = required.stream()
                        .filter(name -> properties.getOrDefault(name, NOTHING).selected)
                        .toList();
                pruned.put("required", kept);
                if (kept.isEmpty()) {
                    pruned.remove("required"); // draft 4 forbids an empty list
                }
            }
        }
        if (items != null) {
            pruned.put("items", items.pruneAny(schema.get("items")));
        }
        return pruned;
    }

    /**
     * The row without what is not sent, nor what the schema does not name, its fields in the schema's order; below a
     * node that takes any, as it is. A row to which that changes nothing is answered itself: do not change the answer.
     */
    public Map<String, @Nullable Object> filter(Map<String, ? extends @Nullable Object> row) {
        if (properties == null) {
            return new LinkedHashMap<>(row);
        }
        if (passesLaidOut(row)) {
            return asItIs(row);
        }
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        properties.forEach((name, property) -> {
            if (property.selected && row.containsKey(name)) {
                kept.put(name, property.filterAny(row.get(name)));
            }
        });
        return kept;
    }

    /** The same as {@link #passes}; rows of one layout differ below their fields at most. */
    private boolean passesLaidOut(Map<?, ?> row) {
        RowLayout layout = RowLayout.of(row);
        if (layout == null || !flat) {
            return passes(row);
        }
        Passed known = last;
        if (known.layout() != layout) {
            known = new Passed(layout, passes(row));
            last = known;
        }
        return known.answer();
    }

    /** Whether a row has nothing but fields that are sent, in the schema's order, at every depth. */
    private boolean passes(Map<?, ?> row) {
        int place = 0;
        for (Map.Entry<?, ?> field : row.entrySet()) {
            while (place < sent.length && !sent[place].equals(field.getKey())) {
                place++;
            }
            if (place == sent.length || !below[place].passesAny(field.getValue())) {
                return false;
            }
            place++;
        }
        return true;
    }

    private boolean passesAny(@Nullable Object value) {
        if (properties != null && value instanceof Map<?, ?> map) {
            return passes(map);
        }
        return items == null || !(value instanceof List);
    }

    @SuppressWarnings("unchecked") // nobody changes a row that was handed over
    private static Map<String, @Nullable Object> asItIs(Map<String, ? extends @Nullable Object> row) {
        return (Map<String, @Nullable Object>) row;
    }

    private Selection child(String name) {
        if (properties != null) {
            return properties.getOrDefault(name, NOTHING);
        }
        return items != null ? items.child(name) : NOTHING;
    }

    private Map<String, @Nullable Object> selectedOf(Map<?, ?> schemas) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        schemas.forEach((name, property) -> {
            Selection child = child((String) name);
            if (child.selected) {
                kept.put((String) name, child.pruneAny(property));
            }
        });
        return kept;
    }

    private @Nullable Object pruneAny(@Nullable Object schema) {
        return schema instanceof Map ? prune(JsonValues.object(schema, "schema")) : schema;
    }

    @SuppressWarnings("unchecked") // rows have text keys by the kit's contract
    private @Nullable Object filterAny(@Nullable Object value) {
        if (properties != null && value instanceof Map<?, ?> map) {
            return filter((Map<String, @Nullable Object>) map);
        }
        if (items != null && value instanceof List<?> list) {
            List<@Nullable Object> kept = new ArrayList<>(list.size());
            for (Object item : list) {
                kept.add(items.filterAny(item));
            }
            return kept;
        }
        return value;
    }
}
