package bizops.cli.catalog;

import bizops.singer.error.ConfigException;
import bizops.singer.error.Suggestion;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Patterns that choose streams and fields of a catalog. Immutable. */
public final class Selection {
    private final String tap;
    private final List<SelectPattern> patterns;

    /** @param tap for messages */
    public Selection(String tap, List<String> patterns) {
        this.tap = tap;
        this.patterns = patterns.stream().map(SelectPattern::new).toList();
    }

    /**
     * Marks in the catalog what is selected and what is not.
     *
     * @return the names of the selected streams
     * @throws ConfigException if a pattern fits nothing
     */
    public List<String> apply(JsonNode catalog) {
        List<String> selected = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Set<SelectPattern> unused = new LinkedHashSet<>(patterns);
        for (JsonNode node : catalog.path("streams")) {
            if (node instanceof ObjectNode stream) {
                StreamEntry entry = new StreamEntry(stream);
                names.add(entry.name());
                if (apply(entry, unused)) {
                    selected.add(entry.name());
                }
            }
        }
        if (!unused.isEmpty()) {
            throw new ConfigException(unused.stream()
                    .map(pattern -> "taps." + tap + ".select: '" + pattern + "' fits no stream and no field"
                            + Suggestion.hint(stream(pattern.toString()), names) + "; bizops discover " + tap
                            + " lists them")
                    .toList());
        }
        return selected;
    }

    private boolean apply(StreamEntry entry, Set<SelectPattern> unused) {
        String stream = entry.name();
        boolean any = false;
        for (String field : entry.fields()) {
            boolean taken = false;
            for (SelectPattern pattern : patterns) {
                if (pattern.fits(stream, field)) {
                    taken = pattern.takes();
                    unused.remove(pattern);
                }
            }
            any |= taken;
            entry.ofField(field).put("selected", taken);
        }
        if (entry.fields().isEmpty()) {
            for (SelectPattern pattern : patterns) {
                if (pattern.fits(stream)) {
                    any = pattern.takes();
                    unused.remove(pattern);
                }
            }
        }
        entry.ofStream().put("selected", any);
        if (entry.json().has("selected")) {
            entry.json().put("selected", any);
        }
        return any;
    }

    private static String stream(String pattern) {
        String name = pattern.startsWith("!") ? pattern.substring(1) : pattern;
        return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    }
}
