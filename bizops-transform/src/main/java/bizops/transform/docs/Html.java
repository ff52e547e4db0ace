package bizops.transform.docs;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a page. Every text and every attribute is escaped by the XML writer beneath, so that nothing of a model can
 * become markup. Owned by one thread.
 */
final class Html {
    private static final String STYLE = """
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
            table { border-collapse: collapse; margin: 1rem 0; }
            th, td { border-bottom: 1px solid #8886; padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top; }
            pre { overflow-x: auto; padding: 1rem; background: #8881; }
            code, pre { font: 14px/1.45 ui-monospace, monospace; }
            .graph { overflow: auto; max-height: 80vh; border: 1px solid #8886; }
            svg text { font: 12px system-ui, sans-serif; fill: currentColor; }
            svg path { fill: none; stroke: #888; stroke-opacity: .45; }
            """;

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private Html() {
        try {
            xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a part of a page writes. */
    interface Content {
        void write() throws XMLStreamException;
    }

    /** What a page writes between its head and its end. */
    interface Body {
        void write(Html page) throws XMLStreamException;
    }

    /** A whole page. */
    static String page(String title, Body body) {
        Html page = new Html();
        try {
            page.xml.writeDTD("<!DOCTYPE html>");
            page.element("html", () -> {
                page.xml.writeAttribute("lang", "en");
                page.element("head", () -> page.head(title));
                page.element("body", () -> page.element("main", () -> body.write(page)));
            });
            page.xml.flush();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return page.text + "\n";
    }

    private void head(String title) throws XMLStreamException {
        meta("charset", "utf-8");
        xml.writeEmptyElement("meta");
        xml.writeAttribute("http-equiv", "Content-Security-Policy");
        xml.writeAttribute("content", "default-src 'none'; style-src 'unsafe-inline'");
        xml.writeEmptyElement("meta");
        xml.writeAttribute("name", "viewport");
        xml.writeAttribute("content", "width=device-width, initial-scale=1");
        element("title", title);
        element("style", STYLE);
    }

    private void meta(String name, String value) throws XMLStreamException {
        xml.writeEmptyElement("meta");
        xml.writeAttribute(name, value);
    }

    void element(String name, Content content) throws XMLStreamException {
        xml.writeStartElement(name);
        content.write();
        xml.writeEndElement();
    }

    void element(String name, String content) throws XMLStreamException {
        element(name, () -> xml.writeCharacters(content));
    }

    /** To be called before the element's content. */
    void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, value);
    }

    void text(String content) throws XMLStreamException {
        xml.writeCharacters(content);
    }

    void link(String file, String content) throws XMLStreamException {
        element("a", () -> {
            attribute("href", file);
            text(content);
        });
    }

    /** A row of a table; {@code cell} is th or td. */
    void row(String cell, String... contents) throws XMLStreamException {
        element("tr", () -> {
            for (String content : contents) {
                element(cell, content);
            }
        });
    }
}
