package bizops.sandbox.salesforce.login;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.SalesforceFault;
import bizops.sandbox.http.Body;
import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** {@code /services/Soap/u/X}: the SOAP API's login call and none other. Faults have status 500. */
final class SoapLogin {
    static final String PATHS = "/services/Soap/u/";

    private static final Pattern VERSION = Pattern.compile(PATHS + "(\\d{1,3})\\.0(/.*)?");
    private static final int OLDEST = 31;
    /** The last version that has the call. */
    private static final int NEWEST = 64;

    private final SessionBook sessions;
    private final Faults switches;

    SoapLogin(SessionBook sessions, Faults switches) {
        this.sessions = sessions;
        this.switches = switches;
    }

    Reply answer(Call call, Instant now) {
        Matcher version = VERSION.matcher(call.path());
        if (!version.matches()) {
            return fault("UNSUPPORTED_API_VERSION", "Invalid Api version specified on URL", false);
        }
        int number = Integer.parseInt(version.group(1));
        if (!call.method().equals("POST")
                || !call.header("content-type").orElse("").startsWith("text/xml")) {
            return Reply.empty(415);
        }
        if (call.header("soapaction").isEmpty()) {
            return fault("soapenv:Client", "SOAPAction HTTP header missing", false);
        }
        if (number < OLDEST) {
            return fault("UNSUPPORTED_API_VERSION", "UNSUPPORTED_API_VERSION: Invalid Api version", false);
        }
        if (number > NEWEST) {
            return fault(
                    "soapenv:Client",
                    "No operation available for request {urn:partner.soap.sforce.com}login, please check the WSDL for"
                            + " the service.",
                    false);
        }
        return login(call, number + ".0", now);
    }

    private Reply login(Call call, String version, Instant now) {
        try {
            Map<String, String> given = SoapText.members(call.body(), "login");
            if (switches.isArmed(SalesforceFault.SOAP_LOGIN_OFF)) {
                return fault("INVALID_OPERATION", "SOAP API login() is disabled by default in this org.", true);
            }
            boolean user =
                    Credentials.areOfTheUser(given.getOrDefault("username", ""), given.getOrDefault("password", ""));
            return user
                    ? xml(200, SoapText.loggedIn(call.base(), version, sessions.opened(now)))
                    : fault("INVALID_LOGIN", "Invalid username, password, security token; or user locked out.", true);
        } catch (XMLStreamException broken) {
            return fault("soapenv:Client", "The request is no valid SOAP envelope", false);
        }
    }

    private static Reply fault(String code, String message, boolean detailed) {
        return xml(500, SoapText.fault(code, message, detailed));
    }

    private static Reply xml(int status, String text) {
        return new Reply(status, "text/xml;charset=UTF-8", Body.of(text), Map.of(), null);
    }
}
