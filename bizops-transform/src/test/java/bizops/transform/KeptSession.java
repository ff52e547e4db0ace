package bizops.transform;

import bizops.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A thread's session on the database that it asked for last: a test asks one many things, and to open a session takes as
 * long as some twenty statements.
 */
final class KeptSession {
    private static final ThreadLocal<@Nullable KeptSession> LAST = new ThreadLocal<>();

    private final TestDatabase database;
    private final Connection connection;

    private KeptSession(TestDatabase database) throws SQLException {
        this.database = database;
        this.connection = database.connect();
    }

    /** In autocommit mode; the caller must not close it. */
    static Connection of(TestDatabase database) throws SQLException {
        KeptSession last = LAST.get();
        if (last != null && last.database == database && !last.connection.isClosed()) {
            return last.connection;
        }
        end();
        KeptSession session = new KeptSession(database);
        LAST.set(session);
        return session.connection;
    }

    /** Closes this thread's session, if there is one. */
    static void end() {
        KeptSession last = LAST.get();
        if (last == null) {
            return;
        }
        LAST.remove();
        try {
            last.connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot close the session on " + last.database.name(), e);
        }
    }
}
