package bizops.singer.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * The place of a node in a schema: {@code [properties, a, items, properties, b]}, empty for the stream itself. Keywords
 * stand at fixed places, so fields may be named {@code properties} or {@code items}. Immutable.
 */
public record Breadcrumb(List<String> path) {
    private static final String PROPERTIES = "properties";
    private static final String ITEMS = "items";

    /** The stream itself. */
    public static final Breadcrumb ROOT = new Breadcrumb(List.of());

    public Breadcrumb {
        path = List.copyOf(path);
    }

    /** A top-level field. */
    public static Breadcrumb field(String name) {
        return ROOT.property(name);
    }

    /** The field of this name below this node. */
    public Breadcrumb property(String name) {
        return plus(PROPERTIES, name);
    }

    /** The elements of this array. */
    public Breadcrumb items() {
        return plus(ITEMS);
    }

    /** Whether the keywords stand where they must. */
    public boolean wellFormed() {
        int at = 0;
        while (at < path.size()) {
            if (path.get(at).equals(PROPERTIES) && at + 1 < path.size()) {
                at += 2;
            } else if (path.get(at).equals(ITEMS)) {
                at++;
            } else {
                return false;
            }
        }
        return true;
    }

    /** The path for messages to people: {@code address.lines[].text}. */
    public String dotted() {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < path.size(); at++) {
            if (path.get(at).equals(PROPERTIES) && at + 1 < path.size()) {
                at++;
                text.append(text.isEmpty() ? "" : ".").append(path.get(at));
            } else {
                text.append("[]");
            }
        }
        return text.toString();
    }

    private Breadcrumb plus(String... more) {
        List<String> longer = new ArrayList<>(path);
        longer.addAll(List.of(more));
        return new Breadcrumb(longer);
    }
}
