package bizops.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Where to write: the settings that {@code target-postgres} and {@code bizops-transform} read from the same file.
 *
 * @param url of JDBC
 */
public record Warehouse(String url, String user, String password) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads host, port, user, password and database. */
    public static Warehouse read(Path config) throws IOException {
        JsonNode settings = JSON.readTree(config.toFile());
        return new Warehouse(
                "jdbc:postgresql://" + text(settings, "host", config) + ":"
                        + settings.path("port").asInt(5432) + "/" + text(settings, "database", config),
                text(settings, "user", config),
                settings.path("password").asText(""));
    }

    /** A session of its own. */
    public Connection connect() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        return DriverManager.getConnection(url, login);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url + " as " + user;
    }

    private static String text(JsonNode settings, String name, Path config) {
        String text = settings.path(name).asText("");
        if (text.isEmpty()) {
            throw new IllegalArgumentException(config + ": " + name + " is missing");
        }
        return text;
    }
}
