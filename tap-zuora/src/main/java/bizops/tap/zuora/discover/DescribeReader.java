package bizops.tap.zuora.discover;

import bizops.tap.zuora.discover.RawObject.RawField;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML of {@code GET /v1/describe} and {@code GET /v1/describe/{object}}: children in any order, elements that
 * nobody knows skipped, missing ones taken as empty. XML that is broken or cut is an IOException. Stateless.
 */
final class DescribeReader {
    private DescribeReader() {}

    /** The names of all objects. */
    static List<String> list(InputStream xml) throws IOException {
        return read(xml, root -> {
            List<String> names = new ArrayList<>();
            root.children((objects, name) -> {
                if (name.equals("object")) {
                    names.add(objectName(objects));
                } else {
                    objects.skip();
                }
            });
            return names;
        });
    }

    /** One object. */
    static RawObject object(InputStream xml) throws IOException {
        return read(xml, root -> {
            String[] name = {""};
            List<RawField> fields = new ArrayList<>();
            List<String> relations = new ArrayList<>();
            root.children((object, child) -> {
                switch (child) {
                    case "name" -> name[0] = object.text();
                    case "fields" ->
                        object.children((all, element) -> {
                            if (element.equals("field")) {
                                fields.add(field(all));
                            } else {
                                all.skip();
                            }
                        });
                    case "related-objects" ->
                        object.children((all, element) -> {
                            if (element.equals("object")) {
                                relations.add(objectName(all));
                            } else {
                                all.skip();
                            }
                        });
                    default -> object.skip();
                }
            });
            if (name[0].isEmpty()) {
                throw new IOException("the describe reply names no object");
            }
            return new RawObject(
                    name[0],
                    fields,
                    relations.stream().filter(r -> !r.isEmpty()).toList());
        });
    }

    private static String objectName(Elements object) throws IOException, XMLStreamException {
        String[] name = {""};
        object.children((children, child) -> {
            if (child.equals("name")) {
                name[0] = children.text();
            } else {
                children.skip();
            }
        });
        return name[0];
    }

    private static RawField field(Elements field) throws IOException, XMLStreamException {
        String[] text = {"", "", "true"};
        boolean[] export = {false};
        field.children((children, child) -> {
            switch (child) {
                case "name" -> text[0] = children.text();
                case "type" -> text[1] = children.text();
                case "selectable" -> text[2] = children.text();
                case "contexts" ->
                    children.children(
                            (contexts, context) -> export[0] |= contexts.text().equalsIgnoreCase("export"));
                default -> children.skip();
            }
        });
        return new RawField(text[0], text[1], !text[2].toLowerCase(Locale.ROOT).equals("false"), export[0]);
    }

    private static <T> T read(InputStream xml, Body<T> body) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(xml);
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                // what stands before the root says nothing
            }
            T result = body.of(new Elements(reader));
            while (reader.next() != XMLStreamConstants.END_DOCUMENT) {
                // the document must be whole
            }
            return result;
        } catch (XMLStreamException broken) {
            throw new IOException("the describe reply is cut or no XML: " + broken.getMessage(), broken);
        }
    }

    private interface Body<T> {
        T of(Elements root) throws IOException, XMLStreamException;
    }

    private interface Child {
        /** Called with the parser on the child's start; must leave it on the child's end. */
        void at(Elements parser, String name) throws IOException, XMLStreamException;
    }

    /** The element that the parser stands on. */
    private record Elements(XMLStreamReader parser) {
        void children(Child child) throws IOException, XMLStreamException {
            while (parser.next() != XMLStreamConstants.END_ELEMENT) {
                if (parser.isStartElement()) {
                    child.at(this, parser.getLocalName());
                }
            }
        }

        /** All text inside, nested elements' too. */
        String text() throws XMLStreamException {
            StringBuilder text = new StringBuilder();
            for (int depth = 1; depth > 0; ) {
                int event = parser.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                } else if (parser.isCharacters()) {
                    text.append(parser.getText());
                }
            }
            return text.toString().strip();
        }

        void skip() throws XMLStreamException {
            String unused = text();
        }
    }
}
