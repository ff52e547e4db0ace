package bizops.tap.salesforce.auth;

import bizops.tap.salesforce.rest.VendorError;
import java.net.URI;
import java.util.Set;

/** What a user can do about a refused login, by what was refused and by the flow. Immutable. */
final class LoginAdvice {
    private static final Set<String> SHARED_HOSTS = Set.of("login.salesforce.com", "test.salesforce.com");

    private final Credentials credentials;
    private final URI loginUrl;

    LoginAdvice(Credentials credentials, URI loginUrl) {
        this.credentials = credentials;
        this.loginUrl = loginUrl;
    }

    String on(VendorError error) {
        return switch (error.code()) {
            case "invalid_client_id" -> "check 'client_id'";
            case "invalid_client" -> "check 'client_id' and 'client_secret'";
            case "unsupported_grant_type" -> "turn on this flow in the settings of the connected app";
            case "invalid_grant" -> onGrant(error.message());
            default -> "check that 'login_url' " + loginUrl + " is where the organisation logs in";
        };
    }

    private String onGrant(String message) {
        if (message.contains("locked")) {
            return "unlock the user in Setup";
        }
        if (credentials instanceof Credentials.JwtBearer) {
            return onAssertion(message);
        }
        if (credentials instanceof Credentials.RefreshToken refresh) {
            return "authorise the app again and set the new 'refresh_token'; if tokens rotate, let no other program use"
                    + " it, and keep 'token_store' " + refresh.store() + " from run to run";
        }
        if (credentials instanceof Credentials.OAuthPassword) {
            return "check 'username', 'password' and 'security_token'; organisations made since Summer '23 block this"
                    + " flow unless Setup, OAuth and OpenID Connect Settings allow it; to log in without the user, set"
                    + " 'login_flow' to client_credentials" + myDomain();
        }
        return "set the app's run-as user, turn on its client credentials flow, and set 'login_url' to the"
                + " organisation's My Domain";
    }

    private String onAssertion(String message) {
        if (message.contains("approved")) {
            return "check 'username', and let the app's policies pre-authorise the user's profile";
        }
        if (message.contains("audience")) {
            return "set 'is_sandbox' to true for a sandbox and to false for all others";
        }
        if (message.contains("expired")) {
            return "set this machine's clock right";
        }
        return "check that the certificate of 'private_key' is the one in the app" + myDomain();
    }

    private String myDomain() {
        return SHARED_HOSTS.contains(loginUrl.getHost())
                ? "; some organisations let nobody in at " + loginUrl.getHost() + ": set 'login_url' to the My Domain"
                : "";
    }
}
