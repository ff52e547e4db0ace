package bizops.tap.salesforce.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The flat XML of the Bulk API v1: elements whose children are texts. Entities and DTDs are not followed. */
public final class XmlRecords {
    private static final XMLInputFactory FACTORY = factory();

    private XmlRecords() {}

    /**
     * The children by name of every element of that name.
     *
     * @throws IOException if it is no XML below {@code root}
     */
    public static List<Map<String, String>> of(byte[] xml, String root, String element) throws IOException {
        List<Map<String, String>> records = new ArrayList<>();
        each(xml, root, element, reader -> records.add(children(reader)));
        return records;
    }

    /** The texts of every element of that name. */
    public static List<String> texts(byte[] xml, String root, String element) throws IOException {
        List<String> texts = new ArrayList<>();
        each(xml, root, element, reader -> texts.add(reader.getElementText().strip()));
        return texts;
    }

    private interface Found {
        void at(XMLStreamReader reader) throws XMLStreamException;
    }

    private static void each(byte[] xml, String root, String element, Found found) throws IOException {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml));
            reader.nextTag();
            if (!reader.getLocalName().equals(root)) {
                throw new IOException("expected XML of " + root + ", got " + reader.getLocalName());
            }
            for (boolean more = true; more; more = next(reader)) {
                if (reader.isStartElement() && reader.getLocalName().equals(element)) {
                    found.at(reader);
                }
            }
        } catch (XMLStreamException broken) {
            throw new IOException("the reply is no XML: " + broken.getMessage(), broken);
        }
    }

    private static boolean next(XMLStreamReader reader) throws XMLStreamException {
        if (!reader.hasNext()) {
            return false;
        }
        reader.next();
        return true;
    }

    private static Map<String, String> children(XMLStreamReader reader) throws XMLStreamException {
        Map<String, String> children = new LinkedHashMap<>();
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            children.put(reader.getLocalName(), reader.getElementText().strip());
        }
        return children;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
