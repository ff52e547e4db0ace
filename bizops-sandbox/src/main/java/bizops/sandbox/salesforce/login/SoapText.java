package bizops.sandbox.salesforce.login;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The envelopes of the SOAP login. */
final class SoapText {
    private static final XMLInputFactory XML = XMLInputFactory.newInstance();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private SoapText() {}

    /** The texts of the elements inside {@code element}, by local name. */
    static Map<String, String> members(String xml, String element) throws XMLStreamException {
        XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(xml));
        Map<String, String> members = new LinkedHashMap<>();
        boolean inside = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT && inside) {
                members.put(reader.getLocalName(), reader.getElementText());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                inside = reader.getLocalName().equals(element);
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && reader.getLocalName().equals(element)) {
                return members;
            }
        }
        throw new XMLStreamException("no " + element);
    }

    static String loggedIn(String base, String version, String sessionId) {
        return envelope(
                " xmlns=\"urn:partner.soap.sforce.com\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"",
                "<loginResponse><result><metadataServerUrl>" + escaped(base) + "/services/Soap/m/" + version
                        + "/00DHu000000SandBox</metadataServerUrl><passwordExpired>false</passwordExpired>"
                        + "<sandbox>false</sandbox><serverUrl>" + escaped(base) + "/services/Soap/u/" + version
                        + "/00DHu000000SandBox</serverUrl><sessionId>" + escaped(sessionId)
                        + "</sessionId><userId>005Hu000000SandBoxUAA</userId><userInfo>"
                        + "<organizationId>00DHu000000SandBoxUAA</organizationId>"
                        + "<sessionSecondsValid>7200</sessionSecondsValid><userName>" + escaped(Credentials.USERNAME)
                        + "</userName></userInfo></result></loginResponse>");
    }

    /** @param detailed whether the fault is the login's own, which repeats its code and message */
    static String fault(String code, String message, boolean detailed) {
        String text = detailed ? code + ": " + message : message;
        String detail = detailed
                ? "<detail><sf:LoginFault xsi:type=\"sf:LoginFault\"><sf:exceptionCode>" + code
                        + "</sf:exceptionCode><sf:exceptionMessage>" + escaped(message)
                        + "</sf:exceptionMessage></sf:LoginFault></detail>"
                : "";
        return envelope(
                " xmlns:sf=\"urn:fault.partner.soap.sforce.com\""
                        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"",
                "<soapenv:Fault><faultcode>" + code + "</faultcode><faultstring>" + escaped(text) + "</faultstring>"
                        + detail + "</soapenv:Fault>");
    }

    private static String envelope(String namespaces, String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soapenv:Envelope"
                + " xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"" + namespaces + "><soapenv:Body>"
                + body + "</soapenv:Body></soapenv:Envelope>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
