package bizops.transform.docs;

import bizops.transform.model.Relation;
import bizops.transform.model.SqlFunction;
import bizops.transform.schema.Layer;
import java.util.Collection;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** The page that leads to all others: the lineage, and every relation by layer. */
final class IndexPage {
    private IndexPage() {}

    static String of(Collection<Node> nodes, List<SqlFunction> functions) {
        return Html.page("Models", page -> {
            page.element("h1", "Models");
            page.element(
                    "p",
                    "What is built from what, left to right; staging.settings is read nearly everywhere and has no lines."
                            + " Every name leads to its columns, tests and SQL.");
            page.element("div", () -> {
                page.attribute("class", "graph");
                page.attribute("tabindex", "0");
                GraphPicture.draw(page, nodes);
            });
            for (Layer layer : Layer.values()) {
                page.element("h2", layer.id());
                table(
                        page,
                        nodes.stream()
                                .filter(node -> node.relation().layer() == layer)
                                .sorted((a, b) -> a.name().compareTo(b.name()))
                                .toList());
            }
            functions(page, functions);
        });
    }

    private static void table(Html page, List<Node> nodes) throws XMLStreamException {
        page.element("table", () -> {
            page.element("thead", () -> page.row("th", "relation", "kind", "a row", "reads"));
            page.element("tbody", () -> {
                for (Node node : nodes) {
                    page.element("tr", () -> {
                        page.element("td", () -> page.link(node.file(), node.name()));
                        page.element("td", node.kind());
                        page.element("td", node.grain());
                        page.element("td", reads(node));
                    });
                }
            });
        });
    }

    private static String reads(Node node) {
        return String.join(", ", node.inputs().stream().map(Relation::toString).toList());
    }

    private static void functions(Html page, List<SqlFunction> functions) throws XMLStreamException {
        if (functions.isEmpty()) {
            return;
        }
        page.element("h2", "Functions");
        page.element("table", () -> {
            for (SqlFunction function : functions) {
                page.row(
                        "td",
                        function.returns().layer().id() + "." + function.name() + "(" + function.arguments() + ")",
                        function.says());
            }
        });
    }
}
