package bizops.tap.salesforce.settings;

import bizops.singer.config.Config;
import bizops.singer.config.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the tap logs in: {@code login_url}, else {@code domain} as simple-salesforce knows it, else the shared host that
 * {@code is_sandbox} names. Owned by one thread.
 */
final class LoginAddress {
    private static final String PRODUCTION = "login.salesforce.com";
    private static final String SANDBOX = "test.salesforce.com";
    private static final String LIGHTNING = ".lightning.force.com";

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\..*|\\[::1\\]");
    private static final Logger LOG = LoggerFactory.getLogger(LoginAddress.class);

    private final Config config;
    private final Problems problems;

    LoginAddress(Config config, Problems problems) {
        this.config = config;
        this.problems = problems;
    }

    /** The address, or empty once a problem was noted. */
    Optional<URI> of(LoginKind kind) {
        Optional<URI> address = address();
        if (address.isEmpty()) {
            return address;
        }
        String host = address.get().getHost();
        if (address.get().getScheme().equals("http") && !LOOPBACK.matcher(host).matches()) {
            LOG.warn("'login_url' {} is not encrypted: everybody on the way can read the credentials; use https", host);
        }
        if (host.equals(PRODUCTION) && isSandbox()) {
            problems.add(
                    "'is_sandbox' is true while 'login_url' is " + PRODUCTION + ", which knows no sandboxes: keep one");
            return Optional.empty();
        }
        if (host.endsWith(LIGHTNING)) {
            problems.add("'login_url' " + host + " is the user interface: set it to https://"
                    + host.replace(LIGHTNING, ".my.salesforce.com"));
            return Optional.empty();
        }
        if (kind == LoginKind.CLIENT_CREDENTIALS && Set.of(PRODUCTION, SANDBOX).contains(host)) {
            problems.add((text("login_url").or(() -> text("domain")).isPresent()
                            ? "'login_url' " + host + " refuses client credentials: set"
                            : "'login_url' is required for client credentials: set it, or SFDC_URL, to")
                    + " the organisation's My Domain, such as " + example());
            return Optional.empty();
        }
        return address;
    }

    /** Whom an assertion is for: the shared host of the organisation's kind. */
    String audience(URI address) {
        boolean sandbox = isSandbox()
                || address.getHost().equals(SANDBOX)
                || address.getHost().contains(".sandbox.");
        return "https://" + (sandbox ? SANDBOX : PRODUCTION);
    }

    private Optional<URI> address() {
        Optional<String> given = text("login_url");
        if (given.isPresent()) {
            return parsed(given.get());
        }
        Optional<String> domain = text("domain");
        if (domain.isPresent()) {
            return parsed(host(domain.get()));
        }
        return Optional.of(URI.create("https://" + (isSandbox() ? SANDBOX : PRODUCTION)));
    }

    /** {@code test}, {@code acme.my} and {@code acme} become whole names. */
    private static String host(String domain) {
        if (domain.contains(".salesforce.com") || domain.contains("://")) {
            return domain;
        }
        boolean whole = domain.equals("login") || domain.equals("test") || domain.contains(".");
        return domain + (whole ? "" : ".my") + ".salesforce.com";
    }

    private Optional<URI> parsed(String text) {
        String address = text.contains("://") ? text : "https://" + text;
        try {
            URI given = new URI(address);
            if (given.getHost() != null && Set.of("http", "https").contains(given.getScheme())) {
                return Optional.of(new URI(
                        given.getScheme(),
                        null,
                        given.getHost().toLowerCase(Locale.ROOT),
                        given.getPort(),
                        null,
                        null,
                        null));
            }
        } catch (URISyntaxException wrong) {
            problems.add(mustBe(text));
            return Optional.empty();
        }
        problems.add(mustBe(text));
        return Optional.empty();
    }

    private String mustBe(String text) {
        return "'login_url' must be an address such as " + example() + ", got \"" + text + "\"";
    }

    private String example() {
        return isSandbox() ? "https://acme--dev.sandbox.my.salesforce.com" : "https://acme.my.salesforce.com";
    }

    private boolean isSandbox() {
        return text("is_sandbox").map(text -> text.equalsIgnoreCase("true")).orElse(false);
    }

    private Optional<String> text(String name) {
        return config.optionalString(name).map(String::strip).filter(text -> !text.isEmpty());
    }
}
