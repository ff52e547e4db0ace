package bizops.cli.store;

import bizops.singer.config.Config;
import bizops.singer.config.ConfigLoader;
import bizops.singer.config.Problems;
import bizops.singer.config.SettingsSchema;
import bizops.singer.error.LoadException;
import bizops.singer.error.RefusedConnection;
import bizops.singer.warehouse.tls.Tls;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** Where the database is, by the settings and variables of target-postgres. Immutable. */
public final class Address {
    private static final String PROGRAM = "target-postgres";
    /** Classes of SQLSTATE that go by themselves: connection, resources, operator intervention. */
    private static final Set<String> PASSING = Set.of("08", "53", "57");

    private final String url;
    private final Properties properties;
    private final Optional<String> stateId;

    private Address(String url, Properties properties, Optional<String> stateId) {
        this.url = url;
        this.properties = properties;
        this.stateId = stateId;
    }

    /** Reads it from files as target-postgres has them, and from the environment. */
    public static Address of(List<String> files, Map<String, String> environment) {
        SettingsSchema schema = SettingsSchema.load(Address.class, "settings.schema.json");
        Config config = new ConfigLoader(PROGRAM, schema, environment, InputStream.nullInputStream()).load(files);
        Properties properties = new Properties();
        properties.setProperty("user", config.string("user"));
        config.optionalSecret("password").ifPresent(secret -> properties.setProperty("password", secret.reveal()));
        properties.setProperty("connectTimeout", "15");
        properties.setProperty("tcpKeepAlive", "true");
        Problems problems = new Problems();
        Tls.of(config, problems).addTo(properties);
        problems.throwIfAny();
        String host = config.string("host");
        String url = "jdbc:postgresql://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + config.integer("port") + "/" + URLEncoder.encode(config.string("database"), StandardCharsets.UTF_8);
        return new Address(url, properties, config.optionalString("state_id"));
    }

    /** The pipeline's name, if the settings give one. */
    public Optional<String> stateId() {
        return stateId;
    }

    /** A new connection; {@code program} is what others see of it. */
    Connection open(String program) {
        Properties named = new Properties();
        named.putAll(properties);
        named.setProperty("ApplicationName", program);
        try {
            return DriverManager.getConnection(url, named);
        } catch (SQLException refused) {
            throw explained(refused);
        }
    }

    LoadException explained(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        String said = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
        String message = "the database at " + url.substring("jdbc:postgresql://".length()) + ": " + said;
        if (state.equals("42501")) {
            return LoadException.permanent(
                    message + "; the schema bizops keeps states and runs: let its owner grant ALL on it and its tables,"
                            + " or GRANT CREATE ON DATABASE where it is not there yet",
                    failure);
        }
        if (state.equals("53100") || said.contains("No space left on device")) {
            return LoadException.permanent(
                    message + "; the disk of the database's server is full: make room there and run again", failure);
        }
        if (state.startsWith("28")) {
            return LoadException.permanent(
                    message + "; correct user and password (PG_USERNAME and PG_PASSWORD, or those of the settings), or"
                            + " CREATE ROLE where there is none of that name",
                    failure);
        }
        if (RefusedConnection.is(failure)) {
            return LoadException.permanent(message + "; correct password, ssl_mode and certificates", failure);
        }
        return state.length() >= 2 && PASSING.contains(state.substring(0, 2))
                ? LoadException.tryLater(
                        message + "; check host, port and that the server runs, then run again", failure)
                : LoadException.permanent(message + "; correct the settings of target-postgres", failure);
    }
}
