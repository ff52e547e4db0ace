package bizops.cli;

import bizops.postgres.PostgresServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** The demo's database server, and the one database on it that belongs to this company. */
record DemoServer(PostgresServer server, String database) {
    static DemoServer with(PostgresServer server, String database) throws IOException {
        try {
            if (!exists(server, database)) {
                server.createDatabase(database);
            }
        } catch (SQLException e) {
            throw new IOException("cannot create database " + database + ": " + e.getMessage(), e);
        }
        return new DemoServer(server, database);
    }

    /** The settings that every program takes to reach it; the caller may add to them. */
    Map<String, Object> settings() {
        return server.settings(database);
    }

    void sayHowToConnect(Steps steps) throws IOException {
        String address = server.host() + ":" + server.port() + "/" + database;
        steps.say("psql       psql 'postgresql://" + server.user() + ":" + server.password() + "@" + address + "'");
        steps.say("JDBC       " + server.jdbcUrl(database));
    }

    private static boolean exists(PostgresServer server, String database) throws SQLException {
        try (Connection connection = server.connect("postgres");
                PreparedStatement query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, database);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
