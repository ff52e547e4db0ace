package bizops.tap.salesforce.auth;

import bizops.singer.http.ApiResponse;
import bizops.singer.http.Classifier;
import bizops.singer.http.Verdict;
import bizops.tap.salesforce.rest.VendorError;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Tells what a refused SOAP login means. Its faults have HTTP status 500 and are permanent nearly all: a wrong password
 * that is tried again locks the user out. Thread-safe.
 */
final class SoapClassifier implements Classifier {
    private static final Set<String> PASSING =
            Set.of("SERVER_UNAVAILABLE", "UNKNOWN_EXCEPTION", "REQUEST_RUNNING_TOO_LONG");

    private final URI loginUrl;

    SoapClassifier(URI loginUrl) {
        this.loginUrl = loginUrl;
    }

    @Override
    public Verdict ofResponse(ApiResponse response, String body) {
        if (response.isSuccess() || response.status() / 100 == 3) {
            return Classifier.super.ofResponse(response, body);
        }
        try {
            return ofFault(response.status(), SoapReply.of(body.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException noEnvelope) {
            VendorError error = VendorError.of(response.status(), body.getBytes(StandardCharsets.UTF_8));
            String why = "login failed: " + error;
            return error.kind().retriable() ? Verdict.retry(why) : Verdict.fatal(why + "; " + advice(""));
        }
    }

    private Verdict ofFault(int status, SoapReply fault) {
        String code = fault.text("exceptionCode").isEmpty() ? fault.text("faultcode") : fault.text("exceptionCode");
        String message =
                fault.text("exceptionMessage").isEmpty() ? fault.text("faultstring") : fault.text("exceptionMessage");
        String bare = code.substring(code.indexOf(':') + 1);
        String why = "login failed: " + new VendorError(status, bare, message);
        return PASSING.contains(bare) ? Verdict.retry(why) : Verdict.fatal(why + "; " + advice(bare));
    }

    private String advice(String code) {
        return switch (code) {
            case "INVALID_LOGIN" ->
                "check 'username' (SFDC_USERNAME), 'password' (SFDC_PASSWORD) and 'security_token', which is mailed when a"
                        + " password is set, and 'login_url' (SFDC_URL): " + loginUrl;
            case "LOGIN_MUST_USE_SECURITY_TOKEN" -> "set 'security_token', which is mailed when a password is set";
            case "INVALID_OPERATION", "Client" ->
                "the SOAP login is off in this organisation: log in with client credentials or JWT instead (README, Log"
                        + " in)";
            case "API_DISABLED_FOR_ORG", "API_CURRENTLY_DISABLED" ->
                "the edition or the user's profile lacks API access";
            default -> "check that 'login_url' " + loginUrl + " is where the organisation logs in";
        };
    }
}
