package bizops.tap.salesforce.settings;

import bizops.singer.config.Config;
import bizops.singer.config.Problems;
import bizops.singer.config.Secret;
import bizops.tap.salesforce.auth.Credentials;
import bizops.tap.salesforce.auth.PemKey;
import java.net.URI;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where and with what the tap logs in: the flow that {@code login_flow} names, else the one that the given settings are
 * complete for. Empty texts count as not given, as in the configurations of other taps. Owned by one thread.
 */
public final class LoginSettings {
    private static final String WHAT_TO_SET = "set 'login_url' (SFDC_URL), 'client_id' (SFDC_CLIENT_ID) and"
            + " 'client_secret' (SFDC_CLIENT_SECRET) of a connected app whose client credentials flow is on; the README"
            + " has the other ways";
    private static final String NEWEST_SOAP_LOGIN = "64.0";

    private final Config config;
    private final Map<String, String> environment;
    private final Problems problems;

    /**
     * Reads nothing yet.
     *
     * @param environment where the home folder is looked up
     * @param problems takes a line for each thing that is wrong
     */
    public LoginSettings(Config config, Map<String, String> environment, Problems problems) {
        this.config = config;
        this.environment = environment;
        this.problems = problems;
    }

    /**
     * A checked login.
     *
     * @param url scheme, host and port
     */
    public record Checked(URI url, Credentials credentials) {}

    /** The login, or null once a problem was noted. */
    public @Nullable Checked read() {
        Optional<LoginKind> kind = kind();
        if (kind.isEmpty() || incomplete(kind.get())) {
            return null;
        }
        Optional<URI> url = new LoginAddress(config, problems).of(kind.get());
        Optional<Credentials> credentials = url.flatMap(address -> credentials(kind.get(), address));
        return url.isPresent() && credentials.isPresent() ? new Checked(url.get(), credentials.get()) : null;
    }

    private Optional<LoginKind> kind() {
        Optional<String> named = text("login_flow");
        if (named.isPresent()) {
            Optional<LoginKind> kind = LoginKind.of(named.get());
            if (kind.isEmpty()) {
                problems.add("'login_flow' must be one of " + LoginKind.all() + ", got \"" + named.get() + "\"");
            }
            return kind;
        }
        List<String> proofs = new ArrayList<>();
        for (String proof : List.of("private_key", "refresh_token", "password")) {
            if (given(proof)) {
                proofs.add("'" + proof + "'");
            }
        }
        if (proofs.size() > 1) {
            problems.add(String.join(" and ", proofs) + " are for different ways to log in: keep one of them, or set"
                    + " 'login_flow' to " + LoginKind.all());
            return Optional.empty();
        }
        return Optional.of(implied());
    }

    private LoginKind implied() {
        if (given("private_key")) {
            return LoginKind.JWT;
        }
        if (given("refresh_token")) {
            return LoginKind.REFRESH_TOKEN;
        }
        if (given("password") || given("username")) {
            return given("client_id") || given("client_secret") ? LoginKind.PASSWORD : LoginKind.SOAP;
        }
        return LoginKind.CLIENT_CREDENTIALS;
    }

    private boolean incomplete(LoginKind kind) {
        List<String> missing =
                kind.needs().stream().filter(name -> !given(name)).toList();
        if (missing.isEmpty()) {
            return false;
        }
        if (missing.size() == kind.needs().size()) {
            problems.add("the tap cannot log in: " + WHAT_TO_SET);
        } else {
            problems.add("'" + String.join("' and '", missing) + "' "
                    + (missing.size() == 1 ? "is" : "are") + " missing for the login by " + kind.text()
                    + ", which needs "
                    + String.join(", ", kind.needs()) + "; or " + WHAT_TO_SET);
        }
        return true;
    }

    private Optional<Credentials> credentials(LoginKind kind, URI url) {
        return switch (kind) {
            case CLIENT_CREDENTIALS ->
                Optional.of(new Credentials.ClientCredentials(required("client_id"), secret("client_secret")));
            case JWT ->
                key().map(key -> new Credentials.JwtBearer(
                        required("client_id"),
                        required("username"),
                        key,
                        new LoginAddress(config, problems).audience(url)));
            case REFRESH_TOKEN -> {
                Path store = text("token_store")
                        .map(Path::of)
                        .orElseGet(() ->
                                TokenStorePlace.of(environment, url, required("client_id"), required("refresh_token")));
                yield Optional.of(new Credentials.RefreshToken(
                        required("client_id"), text("client_secret").map(Secret::new), secret("refresh_token"), store));
            }
            case PASSWORD ->
                Optional.of(new Credentials.OAuthPassword(
                        required("client_id"), secret("client_secret"), required("username"), passwordAndToken()));
            case SOAP ->
                Optional.of(new Credentials.SoapLogin(required("username"), passwordAndToken(), soapVersion()));
        };
    }

    private Optional<PrivateKey> key() {
        try {
            return Optional.of(PemKey.parse(required("private_key")));
        } catch (IllegalArgumentException wrong) {
            problems.add("'private_key' " + wrong.getMessage());
            return Optional.empty();
        }
    }

    /** Salesforce wants the token right behind the password. */
    private Secret passwordAndToken() {
        return new Secret(config.string("password") + text("security_token").orElse(""));
    }

    /** The login call is gone from later versions. */
    private String soapVersion() {
        String version = config.string("api_version").replaceFirst("^v", "");
        return Double.parseDouble(version) > Double.parseDouble(NEWEST_SOAP_LOGIN) ? NEWEST_SOAP_LOGIN : version;
    }

    private String required(String name) {
        return text(name).orElseThrow();
    }

    private Secret secret(String name) {
        return new Secret(required(name));
    }

    private boolean given(String name) {
        return text(name).isPresent();
    }

    private Optional<String> text(String name) {
        return config.optionalString(name).map(String::strip).filter(text -> !text.isEmpty());
    }
}
