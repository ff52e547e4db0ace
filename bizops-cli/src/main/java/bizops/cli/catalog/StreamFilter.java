package bizops.cli.catalog;

import bizops.singer.error.ConfigException;
import bizops.singer.error.Suggestion;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Streams that a call names by patterns, of several taps. Mutable: it remembers which patterns fitted. */
public final class StreamFilter {
    private final List<SelectPattern> patterns;
    private final Set<SelectPattern> unused;
    private final List<String> known = new ArrayList<>();

    /** @param patterns with {@code *} and {@code ?}; none: all streams */
    public StreamFilter(List<String> patterns) {
        this.patterns = patterns.stream().map(SelectPattern::new).toList();
        this.unused = new LinkedHashSet<>(this.patterns);
    }

    /** Whether every stream passes. */
    public boolean isOpen() {
        return patterns.isEmpty();
    }

    /** Takes the selection from the streams that no pattern fits; answers whether one is left that may be selected. */
    public boolean narrow(JsonNode catalog) {
        boolean left = false;
        for (JsonNode node : catalog.path("streams")) {
            if (node instanceof ObjectNode stream) {
                StreamEntry entry = new StreamEntry(stream);
                known.add(entry.name());
                if (fits(entry.name())) {
                    left = true;
                } else {
                    entry.ofStream().put("selected", false);
                    stream.remove("selected");
                }
            }
        }
        return left;
    }

    /** An error for a pattern that fitted no stream of any catalog. */
    public void checkUsed() {
        if (!unused.isEmpty()) {
            throw new ConfigException(unused.stream()
                    .map(pattern ->
                            "--stream: '" + pattern + "' fits no stream" + Suggestion.hint(pattern.toString(), known))
                    .toList());
        }
    }

    private boolean fits(String stream) {
        boolean fits = patterns.isEmpty();
        for (SelectPattern pattern : patterns) {
            if (pattern.fits(stream)) {
                fits = pattern.takes();
                unused.remove(pattern);
            }
        }
        return fits;
    }
}
