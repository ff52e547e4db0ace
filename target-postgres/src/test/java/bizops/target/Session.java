package bizops.target;

import bizops.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A session of a test with its database, as new: the last one is kept for whoever asks the same database next, for a
 * connection takes longer than most questions. Owned by one thread.
 */
final class Session implements AutoCloseable {
    private static final AtomicReference<@Nullable Session> KEPT = new AtomicReference<>();

    private final TestDatabase database;
    private final Connection connection;

    private Session(TestDatabase database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    static Session of(TestDatabase database) throws SQLException {
        Session kept = KEPT.getAndSet(null);
        if (kept != null) {
            if (kept.database.equals(database) && kept.forgets()) {
                return kept;
            }
            kept.connection.close();
        }
        return new Session(database, database.connect());
    }

    Statement statement() throws SQLException {
        return connection.createStatement();
    }

    /** Keeps it for the next, in the place of another one. */
    @Override
    public void close() throws SQLException {
        Session other = KEPT.getAndSet(this);
        if (other != null) {
            other.connection.close();
        }
    }

    /** Whether it is alive; then it is as a new one. */
    private boolean forgets() {
        try (Statement statement = statement()) {
            statement.execute("DISCARD ALL");
            return true;
        } catch (SQLException lost) {
            return false;
        }
    }
}
