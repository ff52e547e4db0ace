package bizops.tap.salesforce;

import bizops.singer.config.Config;
import bizops.singer.config.Problems;
import bizops.singer.config.Secret;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads settings in every form that configurations of other Salesforce taps give them (numbers and booleans as text,
 * the empty text for "default"), and says in one line what to set instead of what is not supported. Owned by one thread.
 */
final class SettingsReader {
    private static final Set<String> SHARED_HOSTS = Set.of("login.salesforce.com", "test.salesforce.com");
    private static final Set<String> REST = Set.of("AUTO", "REST", "");
    private static final String WHAT_TO_SET = "set 'login_url' (SFDC_URL), 'client_id' (SFDC_CLIENT_ID) and"
            + " 'client_secret' (SFDC_CLIENT_SECRET) of a connected app whose client credentials flow is on";
    private static final URI NOWHERE = URI.create("https://invalid");

    private final Config config;
    private final Problems problems = new Problems();
    private boolean otherLogin;

    SettingsReader(Config config) {
        this.config = config;
    }

    void throwIfAny() {
        problems.throwIfAny();
    }

    /** Logins and interfaces of other taps. */
    void refuseWhatIsNotSupported() {
        if (missing("client_id") && missing("client_secret")) {
            if (!missing("username") || !missing("password")) {
                otherLogin = true;
                problems.add("logins by username and password (SFDC_USERNAME, SFDC_PASSWORD) are not supported yet: "
                        + WHAT_TO_SET);
            } else {
                otherLogin = true;
                problems.add("the tap cannot log in: " + WHAT_TO_SET);
            }
        } else if (!missing("refresh_token")) {
            problems.add("'refresh_token' is not supported yet: remove it; the tap logs in with 'client_id' and"
                    + " 'client_secret' alone, if the app's client credentials flow is on");
        }
        String api = optional("api_type").orElse("").toUpperCase(Locale.ROOT);
        if (!REST.contains(api)) {
            problems.add("'api_type' " + api + " is not supported yet: remove it or set it to REST");
        }
    }

    /** The login address; a bare host name gets {@code https}. */
    URI loginUrl() {
        Optional<String> text = optional("login_url");
        if (text.isEmpty()) {
            if (!otherLogin) {
                problems.add("'login_url' is required: set it, or SFDC_URL, to the organisation's My Domain, such as "
                        + example());
            }
            return NOWHERE;
        }
        String address = text.get().contains("://") ? text.get() : "https://" + text.get();
        try {
            URI given = URI.create(address);
            URI origin = new URI(given.getScheme(), null, given.getHost(), given.getPort(), null, null, null);
            if (given.getHost() == null || !Set.of("http", "https").contains(given.getScheme())) {
                problems.add("'login_url' must be an address such as " + example() + ", got \"" + text.get() + "\"");
            } else if (SHARED_HOSTS.contains(given.getHost())) {
                problems.add("'login_url' " + given.getHost() + " refuses client credentials: set the organisation's"
                        + " My Domain, such as " + example());
            }
            return origin;
        } catch (IllegalArgumentException | java.net.URISyntaxException wrong) {
            problems.add("'login_url' must be an address such as " + example() + ", got \"" + text.get() + "\"");
            return NOWHERE;
        }
    }

    /** A required text; part of what the login problem already says when no login is set at all. */
    String text(String name) {
        Optional<String> value = optional(name);
        if (value.isEmpty() && !otherLogin) {
            problems.add("'" + name + "' is required: " + WHAT_TO_SET);
        }
        return value.orElse("");
    }

    Secret secret(String name) {
        String value = text(name);
        return new Secret(value);
    }

    double percent(String name, double byDefault) {
        Optional<String> text = optional(name);
        try {
            double percent = text.map(Double::parseDouble).orElse(byDefault);
            if (percent >= 0 && percent <= 100) {
                return percent;
            }
        } catch (NumberFormatException wrong) {
            problems.add("'" + name + "' must be a number between 0 and 100, got \"" + text.orElse("") + "\"");
            return byDefault;
        }
        problems.add("'" + name + "' must be between 0 and 100, got " + text.orElse(""));
        return byDefault;
    }

    boolean flag(String name, boolean byDefault) {
        String text = optional(name).orElse("").toLowerCase(Locale.ROOT);
        return switch (text) {
            case "" -> byDefault;
            case "true" -> true;
            case "false" -> false;
            default -> {
                problems.add("'" + name + "' must be true or false, got \"" + text + "\"");
                yield byDefault;
            }
        };
    }

    private String example() {
        String sandbox = optional("is_sandbox").orElse("").toLowerCase(Locale.ROOT);
        return sandbox.equals("true")
                ? "https://acme--dev.sandbox.my.salesforce.com"
                : "https://acme.my.salesforce.com";
    }

    private boolean missing(String name) {
        return optional(name).isEmpty();
    }

    private Optional<String> optional(String name) {
        return config.optionalString(name).map(String::strip).filter(text -> !text.isEmpty());
    }
}
