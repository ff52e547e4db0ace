package bizops.tap.zuora;

import bizops.singer.config.Config;
import bizops.singer.config.Problems;
import bizops.singer.config.Secret;
import bizops.tap.zuora.auth.DataCenters;
import bizops.tap.zuora.query.Zoql;
import bizops.tap.zuora.read.ReadSettings.Lookback;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads settings in every form that configurations of other Zuora taps give them (booleans as text, an OAuth client in
 * username and password, the empty text for "default"). Owned by one thread.
 */
final class SettingsReader {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsReader.class);
    private static final String WHAT_TO_SET = "set 'client_id' and 'client_secret' of an OAuth client, or 'username'"
            + " (ZUORA_USERNAME) and 'password' (ZUORA_PASSWORD)";

    private final Config config;
    private final Problems problems = new Problems();

    SettingsReader(Config config) {
        this.config = config;
    }

    void throwIfAny() {
        problems.throwIfAny();
    }

    /** The base URL, else the environment's, else what the two old flags leave open. */
    List<URI> addresses() {
        Optional<String> url = optional("base_url");
        if (url.isPresent()) {
            return address(url.get()).map(List::of).orElse(List.of());
        }
        Optional<String> environment = optional("environment");
        if (environment.isPresent()) {
            Optional<URI> named = DataCenters.named(environment.get());
            if (named.isEmpty()) {
                problems.add("'environment' must be one of " + String.join(", ", DataCenters.names()) + ", got \""
                        + environment.get() + "\"; for any other address set 'base_url'");
            }
            return named.map(List::of).orElse(List.of());
        }
        return DataCenters.byFlags(flag("sandbox"), flag("european"));
    }

    Login login() {
        if (optional("client_id").isPresent() || optional("client_secret").isPresent()) {
            return login(true, "client_id", "client_secret");
        }
        boolean oauth = optional("auth_type").orElse("").equalsIgnoreCase("OAUTH");
        return login(oauth, "username", "password");
    }

    /** The interface to read through; other taps take any other word for AQuA, which hides a slip of the pen. */
    String api() {
        String api = optional("api_type").orElse("AQUA").toUpperCase(Locale.ROOT);
        if (!List.of("AQUA", "REST", "DATA_QUERY").contains(api)) {
            problems.add("'api_type' must be AQUA, REST or DATA_QUERY, got \"" + api + "\"");
        }
        return api;
    }

    ZoneId zone() {
        String zone = config.string("time_zone");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            problems.add("'time_zone' must be a zone such as America/Los_Angeles, got \"" + zone + "\"");
            return ZoneOffset.UTC;
        }
    }

    /** Names of objects or tables. */
    List<String> names(String setting) {
        List<String> names = config.strings(setting);
        for (String name : names) {
            if (!Zoql.isName(name)) {
                problems.add("'" + setting + "': \"" + name + "\" is no object's name, such as Account; correct it");
            }
        }
        return names;
    }

    Map<String, Lookback> lookbacks() {
        return new Periods(config, problems).lookbacks("lookback");
    }

    Map<String, Duration> refreshes() {
        return new Periods(config, problems).refreshes("full_refresh_days");
    }

    Duration seconds(String setting) {
        BigDecimal seconds = new BigDecimal(config.string(setting));
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
    }

    boolean flag(String name) {
        String text = optional(name).orElse("").toLowerCase(Locale.ROOT);
        if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
            problems.add("'" + name + "' must be true or false, got \"" + text + "\"");
        }
        return text.equals("true");
    }

    void noteWhatIsNotNeeded() {
        if (optional("partner_id").isPresent()) {
            LOG.info("'partner_id' is not needed: jobs are stateless, nothing is remembered by Zuora between runs");
        }
    }

    Optional<String> optional(String name) {
        return config.optionalString(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    private Login login(boolean oauth, String name, String secret) {
        Optional<String> who = optional(name);
        Optional<String> what = optional(secret);
        if (who.isEmpty() && what.isEmpty()) {
            problems.add("the tap cannot log in: " + WHAT_TO_SET);
        } else if (who.isEmpty() || what.isEmpty()) {
            problems.add("'" + (who.isEmpty() ? name : secret) + "' is required: " + WHAT_TO_SET);
        }
        return new Login(oauth, who.orElse(""), new Secret(what.orElse("")));
    }

    /** Scheme, host and port; the host that people know from their browser becomes the one for programs. */
    private Optional<URI> address(String text) {
        try {
            URI given = new URI(text.contains("://") ? text : "https://" + text);
            String scheme = String.valueOf(given.getScheme());
            if (given.getHost() != null && (scheme.equals("https") || scheme.equals("http"))) {
                String host = DataCenters.restHost(given.getHost());
                return Optional.of(new URI(scheme, null, host, given.getPort(), null, null, null));
            }
        } catch (URISyntaxException wrong) {
            LOG.debug("{}", wrong.getMessage());
        }
        problems.add("'base_url' must be an address such as https://rest.zuora.com, got \"" + text + "\"");
        return Optional.empty();
    }
}
