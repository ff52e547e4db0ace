package bizops.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.postgresql.PGConnection;

/**
 * A running PostgreSQL 18 server on loopback, stopped by {@link #close} or with this process.
 *
 * <p>It asks for a password even on loopback: on a shared machine another user must not become the server's superuser.
 * {@code fsync} is off unless asked for, so a power cut may lose its data; a killed process does not. Thread-safe.
 */
public final class PostgresServer implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final ServerDirectory directory;
    private final boolean temporary;
    private final String password;
    private final EmbeddedPostgres server;
    private final Thread atExit = new Thread(() -> stop(true), "postgres-stop");
    private boolean stopped;

    private PostgresServer(ServerDirectory directory, boolean temporary, Map<String, String> settings)
            throws IOException {
        this.directory = directory;
        this.temporary = temporary;
        this.password = directory.password();
        this.server = ServerStart.start(directory, password, settings);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts a server whose data lives in a temporary directory and is deleted when it stops. */
    public static PostgresServer start() throws IOException {
        return start(Map.of());
    }

    /** As {@link #start()}, with settings of {@code postgresql.conf}, such as {@code fsync}. */
    public static PostgresServer start(Map<String, String> settings) throws IOException {
        Path temporary = Files.createTempDirectory(Abandoned.PREFIX);
        Abandoned.remove(Objects.requireNonNull(temporary.getParent()));
        return new PostgresServer(ServerDirectory.prepare(temporary), true, settings);
    }

    /**
     * Starts a server on the data in {@code directory}, or an empty one if nothing is there; the data stays when it
     * stops. A server that a killed process left running on it is stopped first.
     */
    public static PostgresServer start(Path directory) throws IOException {
        return new PostgresServer(ServerDirectory.prepare(directory), false, Map.of());
    }

    public String host() {
        return HOST;
    }

    public int port() {
        return server.getPort();
    }

    public String user() {
        return "postgres";
    }

    public String password() {
        return password;
    }

    /** Where the server writes its own log. */
    public Path log() {
        return directory.log();
    }

    /** Creates an empty database; an error if one of this name exists. */
    public void createDatabase(String name) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE DATABASE " + connection.unwrap(PGConnection.class).escapeIdentifier(name));
        }
    }

    /** A JDBC URL with user and password in it, for {@link DriverManager#getConnection(String)}. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + HOST + ":" + port() + "/" + database + "?user=" + user() + "&password="
                + password;
    }

    /** What every program's configuration asks for to reach a database; the caller may add to it. */
    public Map<String, Object> settings(String database) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("host", HOST);
        settings.put("port", port());
        settings.put("user", user());
        settings.put("password", password);
        settings.put("database", database);
        return settings;
    }

    /** A new connection as the superuser; the caller closes it. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database));
    }

    @Override
    public void close() {
        stop(false);
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException shuttingDown) {
            return; // the hook finds the server stopped
        }
    }

    /** @param inHaste whether the process is ending and does not wait for a checkpoint of data that nobody will read */
    private synchronized void stop(boolean inHaste) {
        if (stopped) {
            return;
        }
        stopped = true;
        try {
            if (temporary && inHaste) {
                // Its own stop command is not asked: it would wait for a number that stays while nobody asks for the
                // end.
                LeftOver.kill(directory.data());
            } else {
                server.close();
                LeftOver.stop(directory.data());
            }
            if (temporary) {
                directory.delete();
            }
        } catch (IOException e) {
            System.getLogger(PostgresServer.class.getName())
                    .log(System.Logger.Level.WARNING, "cannot remove " + directory.path() + ": " + e.getMessage());
        }
    }
}
