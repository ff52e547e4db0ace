package bizops.singer.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes apart a database's address in one text, {@code postgresql+driver://user:password@host:port/database?option=value}:
 * cut where SQLAlchemy cuts it, percent-decoded. What it reports never quotes the text, because any part of a mistyped
 * one may be the password. Holds nothing.
 */
final class ConnectionUrl {
    private static final Pattern FORM = Pattern.compile("postgres(?:ql)?(?:\\+\\w+)?://"
            + "(?:(?<user>[^:/@]*)(?::(?<password>[^@]*))?@)?"
            + "(?:\\[(?<ipv6>[0-9A-Fa-f:.]+(?:%[^/?\\]]+)?)]|(?<host>[^/:?\\[\\]]*))(?::(?<port>[^/?]*))?"
            + "(?:/(?<database>[^?]*))?(?:\\?(?<query>.*))?");

    private static final Pattern OPTION_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

    /** Options by the name of the setting that they are. */
    private static final Map<String, String> OPTIONS = Map.of(
            "sslmode", "ssl_mode",
            "sslrootcert", "ssl_root_cert",
            "sslcert", "ssl_cert",
            "sslkey", "ssl_key",
            "application_name", "application_name");

    private ConnectionUrl() {}

    /**
     * The settings that the text fills.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static Map<String, JsonNode> settings(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "must have the form postgresql://user:password@host:port/database, percent-encoded");
        }
        String host = parts.group("ipv6") == null ? parts.group("host") : parts.group("ipv6");
        String database = parts.group("database");
        if (host.contains("@") || (database != null && database.contains("@"))) {
            throw new IllegalArgumentException("has more than one @: write each but the one before the host as %40");
        }
        if (host.contains(",")) {
            throw new IllegalArgumentException("has several hosts: keep one");
        }
        Map<String, JsonNode> settings = new LinkedHashMap<>();
        put(settings, "host", host);
        port(settings, parts.group("port"));
        put(settings, "user", parts.group("user"));
        put(settings, "password", parts.group("password"));
        put(settings, "database", database);
        String query = parts.group("query");
        for (String option : query == null ? new String[0] : query.split("&", -1)) {
            option(settings, option);
        }
        return settings;
    }

    private static void put(Map<String, JsonNode> settings, String name, @Nullable String encoded) {
        if (encoded != null && !encoded.isEmpty()) {
            settings.put(name, TextNode.valueOf(PercentEncoding.decoded(encoded)));
        }
    }

    private static void port(Map<String, JsonNode> settings, @Nullable String port) {
        if (port == null || port.isEmpty()) {
            return;
        }
        // A text without @ before the host has its password here.
        if (!port.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException(
                    "has a port that is no number: behind user:password there must be an @ and the host");
        }
        settings.put("port", IntNode.valueOf(Integer.parseInt(port)));
    }

    private static void option(Map<String, JsonNode> settings, String option) {
        if (option.isEmpty()) {
            return;
        }
        int equals = option.indexOf('=');
        String name = PercentEncoding.decoded(equals < 0 ? option : option.substring(0, equals));
        String setting = OPTIONS.get(name);
        if (setting == null) {
            throw new IllegalArgumentException((OPTION_NAME.matcher(name).matches()
                            ? "has the option '" + name + "', which is"
                            : "has an option that is")
                    + " not known here; leave it out (known are application_name, sslcert, sslkey, sslmode and"
                    + " sslrootcert)");
        }
        String value = equals < 0 ? "" : option.substring(equals + 1).replace("+", "%20");
        JsonNode decoded = TextNode.valueOf(PercentEncoding.decoded(value));
        JsonNode earlier = settings.put(setting, decoded);
        if (earlier != null && !earlier.equals(decoded)) {
            throw new IllegalArgumentException("has the option '" + name + "' twice with different values: keep one");
        }
    }
}
