package bizops.transform;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The tests' server without autovacuum: databases that no test looks at again stay until the server ends, and to visit
 * some hundred of them each minute takes more than is gained in those that live for seconds.
 */
final class QuietServer {
    static {
        try (Connection connection = SharedPostgres.get().connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set autovacuum = off");
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot set up the server just started", e);
        }
    }

    private QuietServer() {}

    static TestDatabase freshDatabase() {
        return SharedPostgres.freshDatabase();
    }
}
