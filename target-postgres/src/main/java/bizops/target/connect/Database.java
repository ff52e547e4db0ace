package bizops.target.connect;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens connections as a load needs them. Immutable but for having warned. */
public final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final ConnectionSettings settings;
    private boolean warned;
    private boolean warnedOfEncoding;

    public Database(ConnectionSettings settings) {
        this.settings = settings;
    }

    /** A new connection: times in UTC, no statement timeout, types of columns by their names without quotes. */
    public Connection open() throws SQLException {
        Connection connection = DriverManager.getConnection(url(), properties());
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'; SET statement_timeout = 0;"
                    + " SET idle_in_transaction_session_timeout = 0; SET quote_all_identifiers = off");
            warnIfPlain(statement);
            warnIfNotUtf8(connection);
            return connection;
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /** For messages. */
    public String place() {
        return settings.place();
    }

    public String user() {
        return settings.user();
    }

    public String name() {
        return settings.database();
    }

    private String url() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return "jdbc:postgresql://" + host + ":" + settings.port() + "/"
                + java.net.URLEncoder.encode(settings.database(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        settings.password().ifPresent(password -> properties.setProperty("password", password.reveal()));
        properties.setProperty("ApplicationName", settings.applicationName());
        properties.setProperty("assumeMinServerVersion", "12"); // the name goes with the first message
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "20");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("prepareThreshold", "0");
        settings.tls().addTo(properties);
        return properties;
    }

    /**
     * {@code prefer} takes what the server offers; a user should know when that is nothing. The server tells only the
     * login itself, not the role as which its sessions may begin.
     */
    private void warnIfPlain(Statement statement) throws SQLException {
        if (warned || !settings.tls().mode().equals("prefer") || isLoopback()) {
            return;
        }
        statement.execute("SET ROLE NONE");
        try (ResultSet row = statement.executeQuery("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
            if (row.next() && !row.getBoolean(1)) {
                warned = true;
                LOG.warn(
                        "the connection to {} is not encrypted, because the server offers no TLS; set ssl_mode to"
                                + " require to refuse that, or to disable to accept it",
                        settings.place());
            }
        }
        statement.execute("RESET ROLE");
    }

    /** The server converts what comes to an encoding of fewer characters, or, in SQL_ASCII, knows of none. */
    private void warnIfNotUtf8(Connection connection) throws SQLException {
        String encoding = String.valueOf(connection.unwrap(PGConnection.class).getParameterStatus("server_encoding"));
        if (!warnedOfEncoding && !encoding.equals("UTF8")) {
            warnedOfEncoding = true;
            LOG.warn(
                    "database \"{}\" has the encoding {}: {}; make it anew with the encoding UTF8",
                    settings.database(),
                    encoding,
                    encoding.equals("SQL_ASCII")
                            ? "texts are kept as bytes of UTF-8, which functions on texts do not know"
                            : "a character that it lacks ends the run");
        }
    }

    private boolean isLoopback() {
        try {
            return InetAddress.getByName(settings.host()).isLoopbackAddress();
        } catch (UnknownHostException cannotBe) {
            return false;
        }
    }
}
