package bizops.singer.http;

import bizops.singer.error.ConfigException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The proxy of each host, by {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY}. Immutable. */
final class Proxies {
    private final Map<String, String> environment;

    Proxies(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * A proxy.
     *
     * @param variable that names it
     * @param login name and password, if its address carries them
     */
    record Proxy(String variable, String host, int port, Optional<String[]> login) {}

    /** The proxy to reach {@code host} by; empty to go straight. */
    Optional<Proxy> of(String scheme, String host) {
        if (bypassed(host)) {
            return Optional.empty();
        }
        return named(scheme.toUpperCase(Locale.ROOT) + "_PROXY").or(() -> named("ALL_PROXY"));
    }

    /** Every proxy that the environment names. */
    List<Proxy> all() {
        return List.of("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY").stream()
                .flatMap(name -> named(name).stream())
                .toList();
    }

    private boolean bypassed(String host) {
        for (String rule : variable("NO_PROXY").orElse("").split(",", -1)) {
            String name = rule.strip().toLowerCase(Locale.ROOT);
            String suffix = name.startsWith("*.") ? name.substring(1) : name.startsWith(".") ? name : "." + name;
            boolean matches = !name.isEmpty() && ("." + host.toLowerCase(Locale.ROOT)).endsWith(suffix);
            if (name.equals("*") || matches) {
                return true;
            }
        }
        return false;
    }

    private Optional<Proxy> named(String name) {
        return variable(name).map(address -> parse(name, address));
    }

    private Optional<String> variable(String name) {
        String value = environment.getOrDefault(name, environment.getOrDefault(name.toLowerCase(Locale.ROOT), ""));
        return value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    }

    private static Proxy parse(String variable, String address) {
        try {
            URI uri = URI.create(address.contains("://") ? address : "http://" + address);
            String host = uri.getHost();
            if (host == null || !"http".equalsIgnoreCase(uri.getScheme())) {
                throw new IllegalArgumentException();
            }
            Optional<String[]> login = Optional.ofNullable(uri.getRawUserInfo()).map(Proxies::login);
            return new Proxy(variable, host, uri.getPort() < 0 ? 80 : uri.getPort(), login);
        } catch (IllegalArgumentException unreadable) {
            throw new ConfigException(
                    "a proxy variable of the environment must look like http://host:port; correct or unset it",
                    unreadable);
        }
    }

    private static String[] login(String userInfo) {
        String[] parts = userInfo.split(":", 2);
        String password = parts.length > 1 ? parts[1] : "";
        return new String[] {
            URLDecoder.decode(parts[0], StandardCharsets.UTF_8), URLDecoder.decode(password, StandardCharsets.UTF_8)
        };
    }
}
