package bizops.tap.salesforce.auth;

import bizops.singer.error.RemoteException;
import bizops.singer.http.ApiClient;
import bizops.singer.http.ApiRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The SOAP API's login call (partner WSDL): user name and password in, a session id out that REST takes as a token. */
final class SoapFlow implements LoginFlow {
    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String PARTNER = "urn:partner.soap.sforce.com";

    private final ApiClient client;
    private final URI loginUrl;
    private final Credentials.SoapLogin user;

    SoapFlow(ApiClient client, URI loginUrl, Credentials.SoapLogin user) {
        this.client = client;
        this.loginUrl = loginUrl;
        this.user = user;
    }

    @Override
    public Session logIn() {
        ApiRequest login = ApiRequest.of("POST", loginUrl + "/services/Soap/u/" + user.version())
                .body("text/xml; charset=UTF-8", envelope())
                .header("SOAPAction", "login");
        SoapReply reply = client.fetch(login, response -> read(response.body().readAllBytes()));
        if (reply.text("passwordExpired").equals("true")) {
            throw RemoteException.permanent(
                    "login failed: the password of " + user.username() + " has expired; set a new one in Salesforce",
                    null);
        }
        return new Session(reply.text("sessionId"), server(reply.text("serverUrl")));
    }

    private static SoapReply read(byte[] body) throws IOException {
        SoapReply reply = SoapReply.of(body);
        if (reply.text("sessionId").isEmpty() || reply.text("serverUrl").isEmpty()) {
            throw new IOException("the login reply has no sessionId or serverUrl");
        }
        return reply;
    }

    /** The instance: the server of the SOAP API without its path. */
    private static URI server(String serverUrl) {
        try {
            URI api = URI.create(serverUrl);
            return URI.create(api.getScheme() + "://" + api.getAuthority());
        } catch (IllegalArgumentException wrong) {
            throw RemoteException.permanent("the login reply's serverUrl is no address: " + serverUrl, wrong);
        }
    }

    private byte[] envelope() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("env", "Envelope", ENVELOPE);
            xml.writeNamespace("env", ENVELOPE);
            xml.writeStartElement("env", "Body", ENVELOPE);
            xml.writeStartElement("n1", "login", PARTNER);
            xml.writeNamespace("n1", PARTNER);
            text(xml, "username", user.username());
            text(xml, "password", user.password().reveal());
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a login envelope cannot be written", impossible);
        }
        return bytes.toByteArray();
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement("n1", name, PARTNER);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
