package bizops.tap.salesforce.auth;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts of a SOAP envelope by the local names of their elements, the first of each name. Immutable. */
final class SoapReply {
    private static final XMLInputFactory XML = XMLInputFactory.newInstance();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XML.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    private final Map<String, String> texts;

    private SoapReply(Map<String, String> texts) {
        this.texts = texts;
    }

    /** Reads an envelope; what is none, or is cut, is an {@link IOException}. */
    static SoapReply of(byte[] body) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(body));
            String element = "";
            boolean first = true;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    element = reader.getLocalName();
                    if (first && !element.equals("Envelope")) {
                        throw new IOException("the reply is no SOAP envelope");
                    }
                    first = false;
                } else if (event == XMLStreamConstants.CHARACTERS && !reader.isWhiteSpace()) {
                    texts.putIfAbsent(element, reader.getText().strip());
                }
            }
        } catch (XMLStreamException broken) {
            throw new IOException("the reply is no valid XML", broken);
        }
        return new SoapReply(texts);
    }

    /** The text of an element; empty where it is missing. */
    String text(String element) {
        return texts.getOrDefault(element, "");
    }
}
