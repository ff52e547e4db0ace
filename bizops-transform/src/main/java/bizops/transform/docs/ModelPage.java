package bizops.transform.docs;

import bizops.transform.model.Relation;
import java.util.Collection;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** The page of one relation. */
final class ModelPage {
    private ModelPage() {}

    /** @param readers the relations that read it */
    static String of(Node node, List<Relation> readers) {
        return Html.page(node.name(), page -> {
            page.link("index.html", "All models");
            page.element("h1", node.name());
            page.element("p", node.kind() + "; a row: " + node.grain());
            if (!node.key().isEmpty()) {
                page.element("p", "Key: " + String.join(", ", node.key()));
            }
            relations(page, "Reads", node.inputs());
            relations(page, "Read by", readers);
            columns(page, node.columns());
            tests(page, node.tests());
            if (!node.sql().isEmpty()) {
                page.element("h2", "SQL");
                page.element("pre", node.sql());
            }
        });
    }

    private static void relations(Html page, String title, Collection<Relation> relations) throws XMLStreamException {
        if (relations.isEmpty()) {
            return;
        }
        page.element("h2", title);
        page.element("ul", () -> {
            for (Relation relation : relations) {
                page.element("li", () -> page.link(Node.file(relation), relation.toString()));
            }
        });
    }

    private static void columns(Html page, List<Node.Column> columns) throws XMLStreamException {
        if (columns.isEmpty()) {
            return;
        }
        page.element("h2", "Columns");
        page.element("table", () -> {
            page.element("thead", () -> page.row("th", "column", "null", "what it holds"));
            page.element("tbody", () -> {
                for (Node.Column column : columns) {
                    page.row("td", column.name(), column.isNullable() ? "may be" : "never", column.comment());
                }
            });
        });
    }

    private static void tests(Html page, List<String> tests) throws XMLStreamException {
        if (tests.isEmpty()) {
            return;
        }
        page.element("h2", "Tests");
        page.element("ul", () -> {
            for (String test : tests) {
                page.element("li", test);
            }
        });
    }
}
