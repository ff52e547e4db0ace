package bizops.report.cli;

import bizops.report.cube.Marts;
import bizops.report.cube.Schemas;
import bizops.report.cube.Snapshot;
import bizops.report.source.CubeFile;
import bizops.singer.config.Config;
import bizops.singer.config.Problems;
import bizops.singer.error.LoadException;
import bizops.singer.error.RefusedConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Properties;
import java.util.Set;

/** The database that holds the marts, as configured. Immutable. */
final class Warehouse {
    private static final String UNDEFINED_TABLE = "42P01";
    private static final String UNDEFINED_COLUMN = "42703";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    /** Classes of SQLSTATE that go by themselves: connection, resources, operator intervention. */
    private static final Set<String> PASSING = Set.of("08", "53", "57");

    private final String url;
    private final Properties properties;
    private final Schemas schemas;

    private Warehouse(String url, Properties properties, Schemas schemas) {
        this.url = url;
        this.properties = properties;
        this.schemas = schemas;
    }

    static Warehouse of(Config config) {
        Properties properties = new Properties();
        properties.setProperty("user", config.string("user"));
        config.optionalSecret("password").ifPresent(secret -> properties.setProperty("password", secret.reveal()));
        properties.setProperty("ApplicationName", "bizops-report");
        properties.setProperty("connectTimeout", "15");
        properties.setProperty("tcpKeepAlive", "true");
        String authority = config.optionalString("ssl_root_cert").orElse("");
        if (!authority.isEmpty()) {
            properties.setProperty("sslrootcert", authority);
        }
        String mode = config.optionalString("ssl_mode").orElse(authority.isEmpty() ? "prefer" : "verify-full");
        Problems problems = new Problems();
        config.strictness().connection(config.string("host"), mode, problems);
        problems.throwIfAny();
        properties.setProperty("sslmode", mode);
        String database = URLEncoder.encode(config.string("database"), StandardCharsets.UTF_8);
        String url = "jdbc:postgresql://" + host(config.string("host")) + ":" + config.integer("port") + "/" + database;
        return new Warehouse(
                url,
                properties,
                new Schemas(config.optionalString("schema_prefix").orElse("")));
    }

    /** Reads the cubes of the live build. */
    Marts read(Collection<CubeFile> cubes, boolean withDetails) {
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            return Snapshot.read(connection, schemas, cubes, withDetails);
        } catch (SQLException e) {
            throw explained(e);
        }
    }

    private LoadException explained(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String message = url + ": " + e.getMessage();
        if (RefusedConnection.is(e)) {
            return LoadException.permanent(message + "; correct password, ssl_mode and ssl_root_cert", e);
        }
        if (state.equals(UNDEFINED_TABLE) || state.equals(UNDEFINED_COLUMN)) {
            return LoadException.permanent(
                    message + "; the marts in schema \"" + schemas.marts()
                            + "\" are missing or of another version: run bizops-transform build first",
                    e);
        }
        if (state.equals(LOCK_NOT_AVAILABLE)) {
            return LoadException.tryLater(message + "; a build is being published, run again", e);
        }
        return state.length() >= 2 && PASSING.contains(state.substring(0, 2))
                ? LoadException.tryLater(message, e)
                : LoadException.permanent(message, e);
    }

    /** An IPv6 address needs brackets in a URL. */
    private static String host(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
