package bizops.singer.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The selection rules against a second, slow reading of them: path by path, each rule spelled out. */
class SelectionPropertyTest {
    /** Every node of one schema with objects, arrays and names that look like keywords, parents first. */
    private static final List<Breadcrumb> NODES = nodes(schema(), Breadcrumb.ROOT);

    @Property(tries = 2000)
    void agreesWithTheRulesReadOneByOne(
            @ForAll("metadata") Map<Breadcrumb, Map<String, @Nullable Object>> metadata,
            @ForAll("keys") Set<String> keys,
            @ForAll boolean given) {
        StreamEntry entry = new StreamEntry("s", "s", schema(), null, null, null, metadata, Map.of());
        SelectionRules rules = new SelectionRules(entry, keys);
        Selection selection = given ? rules.decide() : rules.byDefault();

        for (Breadcrumb node : NODES) {
            if (isItems(node)) {
                continue;
            }
            assertThat(selected(selection, node))
                    .as(node.dotted())
                    .isEqualTo(new Naive(metadata, keys, given).selected(node));
        }
    }

    @Provide
    Arbitrary<Map<Breadcrumb, Map<String, @Nullable Object>>> metadata() {
        Arbitrary<Map<String, @Nullable Object>> said = Combinators.combine(
                        Arbitraries.of("", "", "available", "automatic", "unsupported"),
                        Arbitraries.of("", "", "", "true", "false", "True"),
                        Arbitraries.of("", "", "true", "false"))
                .as((inclusion, selected, byDefault) -> {
                    Map<String, @Nullable Object> map = new LinkedHashMap<>();
                    put(map, "inclusion", inclusion);
                    put(map, "selected", selected);
                    put(map, "selected-by-default", byDefault);
                    return map;
                });
        return Arbitraries.maps(Arbitraries.of(NODES), said).ofMaxSize(NODES.size());
    }

    @Provide
    Arbitrary<Set<String>> keys() {
        return Arbitraries.of("a", "properties", "l").set().ofMaxSize(2);
    }

    private static final class Naive {
        private final Map<Breadcrumb, Map<String, @Nullable Object>> metadata;
        private final Set<String> keys;
        private final boolean given;

        Naive(Map<Breadcrumb, Map<String, @Nullable Object>> metadata, Set<String> keys, boolean given) {
            this.metadata = metadata;
            this.keys = keys;
            this.given = given;
        }

        boolean selected(Breadcrumb node) {
            boolean root = node.path().isEmpty();
            if (root && given && metadata.isEmpty()) {
                return true;
            }
            if (!root && !selected(parent(node))) {
                return false;
            }
            if (node.path().size() == 2 && keys.contains(node.path().get(1))) {
                return true;
            }
            if (word(node, "inclusion").equals("unsupported")) {
                return false;
            }
            if (word(node, "inclusion").equals("automatic")) {
                return true;
            }
            if (!word(node, "selected").isEmpty()) {
                return word(node, "selected").equals("true");
            }
            if (NODES.stream().anyMatch(other -> below(other, node) && asksFor(other, node))) {
                return true;
            }
            if (!word(node, "selected-by-default").isEmpty()) {
                return word(node, "selected-by-default").equals("true");
            }
            return !root || !given;
        }

        private boolean asksFor(Breadcrumb descendant, Breadcrumb ancestor) {
            if (!word(descendant, "selected").equals("true")) {
                return false;
            }
            for (Breadcrumb node = descendant; !node.equals(ancestor); node = parent(node)) {
                if (word(node, "selected").equals("false")
                        || word(node, "inclusion").equals("unsupported")) {
                    return false;
                }
            }
            return true;
        }

        private String word(Breadcrumb node, String keyword) {
            return Optional.ofNullable(metadata.getOrDefault(node, Map.of()).get(keyword))
                    .map(value -> value.toString().toLowerCase(Locale.ROOT))
                    .orElse("");
        }
    }

    private static boolean selected(Selection selection, Breadcrumb node) {
        List<String> names = new ArrayList<>();
        if (node.path().isEmpty()) {
            return selection.isSelected();
        }
        for (int i = 0; i < node.path().size(); i++) {
            if (node.path().get(i).equals("properties")) {
                names.add(node.path().get(++i));
            }
        }
        return selection.isSelected(names.toArray(String[]::new));
    }

    /** Whether this is an array's elements as such, which have no name to ask by; their fields have. */
    private static boolean isItems(Breadcrumb node) {
        List<String> path = node.path();
        return !path.isEmpty()
                && path.get(path.size() - 1).equals("items")
                && NODES.contains(new Breadcrumb(path.subList(0, path.size() - 1)));
    }

    private static Breadcrumb parent(Breadcrumb node) {
        List<String> path = node.path();
        return new Breadcrumb(path.subList(0, path.size() - (isItems(node) ? 1 : 2)));
    }

    private static boolean below(Breadcrumb node, Breadcrumb ancestor) {
        return node.path().size() > ancestor.path().size()
                && node.path().subList(0, ancestor.path().size()).equals(ancestor.path());
    }

    private static Map<String, @Nullable Object> schema() {
        StreamSchema leaves = StreamSchema.of("x", PropertySchema.string()).field("items", PropertySchema.string());
        PropertySchema deep = PropertySchema.object(leaves.field("o", PropertySchema.object(leaves)));
        return StreamSchema.of("a", PropertySchema.string())
                .field("properties", deep)
                .field("l", PropertySchema.array(deep))
                .jsonSchema();
    }

    private static List<Breadcrumb> nodes(Map<?, ?> schema, Breadcrumb here) {
        List<Breadcrumb> nodes = new ArrayList<>();
        nodes.add(here);
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach(
                    (name, property) -> nodes.addAll(nodes((Map<?, ?>) property, here.property((String) name))));
        }
        if (schema.get("items") instanceof Map<?, ?> items) {
            nodes.addAll(nodes(items, here.items()));
        }
        return nodes;
    }

    private static void put(Map<String, @Nullable Object> map, String keyword, String value) {
        if (!value.isEmpty()) {
            map.put(keyword, value);
        }
    }
}
