package bizops.singer.catalog;

import bizops.singer.error.ConfigException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides node by node, the stream first, what is sent. The first rule that applies wins:
 *
 * <ol>
 *   <li>an entry without any metadata is selected;
 *   <li>below a node that is not selected nothing is;
 *   <li>{@code unsupported} never is; a key or {@code automatic} always is;
 *   <li>{@code selected}, if the user set it;
 *   <li>a descendant with {@code selected: true}, if no {@code false} stands between;
 *   <li>{@code selected-by-default}, if the tap set it;
 *   <li>a field follows its parent; a stream of a given catalog is not selected, of the tap's own it is.
 * </ol>
 *
 * Used once for one entry.
 */
final class SelectionRules {
    private final StreamEntry entry;
    private final Set<String> always;

    /** @param always top-level fields that are sent with their stream whatever the metadata says: the keys */
    SelectionRules(StreamEntry entry, Set<String> always) {
        this.entry = entry;
        this.always = always;
    }

    /** For an entry of a catalog that the user gave. */
    Selection decide() {
        boolean selected = entry.metadata().isEmpty() || decide(Breadcrumb.ROOT, entry.schema(), false);
        return tree(Breadcrumb.ROOT, entry.schema(), selected);
    }

    /** For an entry as the tap discovered it, where nothing is chosen yet. */
    Selection byDefault() {
        return tree(Breadcrumb.ROOT, entry.schema(), decide(Breadcrumb.ROOT, entry.schema(), true));
    }

    /** Like {@link #decide}, with the stream itself selected whatever is said of it. */
    Selection forced() {
        return tree(Breadcrumb.ROOT, entry.schema(), true);
    }

    private Selection tree(Breadcrumb node, Map<String, @Nullable Object> schema, boolean selected) {
        Map<String, Selection> properties = null;
        if (schema.get("properties") instanceof Map<?, ?> all) {
            properties = new LinkedHashMap<>();
            for (Map.Entry<?, ?> property : all.entrySet()) {
                String name = (String) property.getKey();
                properties.put(name, child(node.property(name), property.getValue(), selected));
            }
        }
        Selection items = schema.get("items") instanceof Map<?, ?> each ? child(node.items(), each, selected) : null;
        return new Selection(selected, properties, items);
    }

    private Selection child(Breadcrumb node, @Nullable Object schema, boolean parentSelected) {
        Map<String, @Nullable Object> keywords = schemaOf(schema);
        boolean key = parentSelected
                && node.path().size() == 2
                && always.contains(node.path().get(1));
        return tree(node, keywords, key || (parentSelected && decide(node, keywords, true)));
    }

    private boolean decide(Breadcrumb node, Map<String, @Nullable Object> schema, boolean last) {
        Optional<Inclusion> inclusion = inclusion(node);
        if (inclusion.isPresent() && inclusion.get() != Inclusion.AVAILABLE) {
            return inclusion.get() == Inclusion.AUTOMATIC;
        }
        Optional<Boolean> chosen = flag(node, "selected");
        if (chosen.isPresent()) {
            return chosen.get();
        }
        return wantedBelow(node, schema) || flag(node, "selected-by-default").orElse(last);
    }

    /** Whether a descendant is asked for by name, with no {@code false} in between. */
    private boolean wantedBelow(Breadcrumb node, Map<String, @Nullable Object> schema) {
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            for (Map.Entry<?, ?> property : properties.entrySet()) {
                if (wanted(node.property((String) property.getKey()), property.getValue())) {
                    return true;
                }
            }
        }
        return schema.get("items") instanceof Map<?, ?> items && wanted(node.items(), items);
    }

    private boolean wanted(Breadcrumb node, @Nullable Object schema) {
        if (inclusion(node).equals(Optional.of(Inclusion.UNSUPPORTED))) {
            return false;
        }
        return flag(node, "selected").orElseGet(() -> wantedBelow(node, schemaOf(schema)));
    }

    private Optional<Inclusion> inclusion(Breadcrumb node) {
        return entry.metadata(node, "inclusion").flatMap(Inclusion::of);
    }

    private Optional<Boolean> flag(Breadcrumb node, String keyword) {
        return entry.metadata(node, keyword).map(value -> switch (value.toString()
                .toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new ConfigException("catalog: stream \"" + entry.id() + "\", '" + keyword + "' of "
                        + (node.path().isEmpty() ? "the stream" : "\"" + node.dotted() + "\"")
                        + " must be true or false, got \"" + value + "\"");
        });
    }

    private static Map<String, @Nullable Object> schemaOf(@Nullable Object schema) {
        return schema instanceof Map ? JsonValues.object(schema, "schema") : Map.of();
    }
}
