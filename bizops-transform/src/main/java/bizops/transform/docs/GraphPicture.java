package bizops.transform.docs;

import bizops.transform.model.Relation;
import java.util.Collection;
import javax.xml.stream.XMLStreamException;

/** Draws the lineage as SVG, every name a link to its page. */
final class GraphPicture {
    /** Of a character of a name, in pixels, at most. */
    private static final int CHARACTER = 7;

    /** Read by nearly everything: lines from it would hide all others. */
    private static final String EVERYWHERE = "staging.settings";

    private static final int BEND = 40;
    private static final int MIDDLE = 4;

    private GraphPicture() {}

    static void draw(Html page, Collection<Node> nodes) throws XMLStreamException {
        Layout layout = Layout.of(nodes);
        page.element("svg", () -> {
            page.attribute("width", String.valueOf(layout.width()));
            page.attribute("height", String.valueOf(layout.height()));
            page.attribute("role", "img");
            page.attribute("aria-label", "Which relation reads which; the list below says the same");
            for (Node node : nodes) {
                for (Relation input : node.inputs()) {
                    edge(page, layout, input, node.relation());
                }
            }
            for (Node node : nodes) {
                name(page, layout, node);
            }
        });
    }

    private static void edge(Html page, Layout layout, Relation from, Relation to) throws XMLStreamException {
        Layout.Place start = layout.places().get(from);
        Layout.Place end = layout.places().get(to);
        if (start == null || end == null || from.toString().equals(EVERYWHERE)) {
            return;
        }
        int x1 = start.x() + CHARACTER * from.toString().length();
        int y1 = start.y() - MIDDLE;
        int x2 = end.x() - MIDDLE;
        int y2 = end.y() - MIDDLE;
        page.element(
                "path",
                () -> page.attribute(
                        "d",
                        "M" + x1 + " " + y1 + " C" + (x1 + BEND) + " " + y1 + " " + (x2 - BEND) + " " + y2 + " " + x2
                                + " " + y2));
    }

    private static void name(Html page, Layout layout, Node node) throws XMLStreamException {
        Layout.Place place = layout.places().get(node.relation());
        if (place == null) {
            return;
        }
        page.element("a", () -> {
            page.attribute("href", node.file());
            page.element("text", () -> {
                page.attribute("x", String.valueOf(place.x()));
                page.attribute("y", String.valueOf(place.y()));
                page.text(node.name());
            });
        });
    }
}
