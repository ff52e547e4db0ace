package bizops.dist.faults;

import bizops.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;

/**
 * A database that many runs use one after the other, each in a schema of its own.
 *
 * @param current where it is now: a server that was killed may come back on another port
 */
public record Place(Supplier<TestDatabase> current) {
    /** Creates what is missing, and sets what the faults need. */
    public Place prepare(boolean create) throws SQLException {
        if (create) {
            database().server().createDatabase(database().name());
        }
        // A killed server must not have lost what it called committed, and a deadlock should be found soon.
        alter("SET synchronous_commit = on");
        alter("SET deadlock_timeout = '200ms'");
        return this;
    }

    public TestDatabase database() {
        return current.get();
    }

    int port() {
        return database().port();
    }

    /** Changes a setting of the database for connections that come. */
    void alter(String what) throws SQLException {
        onServer("ALTER DATABASE " + database().name() + " " + what);
    }

    /** Runs a statement on a connection that is not to this database. */
    void onServer(String sql) throws SQLException {
        try (Connection connection = database().server().connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
