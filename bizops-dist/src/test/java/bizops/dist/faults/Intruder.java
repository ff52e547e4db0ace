package bizops.dist.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/** Another session that locks the tables of a load in the other order. */
final class Intruder {
    private static final String WAITING = "SELECT EXISTS (SELECT FROM pg_locks WHERE pid = ? AND NOT granted)";
    private static final long PAUSE_MILLIS = 5;
    private static final String WRITTEN = "SELECT c.oid::regclass::text, i.oid::regclass::text"
            + " FROM pg_locks AS l JOIN pg_class AS c ON c.oid = l.relation AND c.relname = 'log'"
            + " JOIN pg_class AS i ON i.relnamespace = c.relnamespace AND i.relname = 'items'"
            + " WHERE l.pid = ? AND l.mode = 'RowExclusiveLock' AND l.granted"
            + " AND NOT EXISTS (SELECT FROM pg_locks AS t WHERE t.pid = l.pid AND t.relation = i.oid)";

    private final Place place;
    private final Connection connection;
    private final String written;

    private Intruder(Place place, Connection connection, String written) {
        this.place = place;
        this.connection = connection;
        this.written = written;
    }

    /** Takes the table that the target has not written to in this transaction; empty if it has written to both or none. */
    static Optional<Intruder> between(Place place, int backend) throws SQLException {
        Connection connection = place.database().connect();
        connection.setAutoCommit(false);
        try (PreparedStatement query = connection.prepareStatement(WRITTEN)) {
            query.setInt(1, backend);
            try (ResultSet tables = query.executeQuery();
                    Statement statement = connection.createStatement()) {
                if (tables.next()) {
                    // The target is to be the one that finds the deadlock, and loses.
                    statement.execute("SET LOCAL deadlock_timeout = '1min'");
                    statement.execute("LOCK TABLE " + tables.getString(2) + " IN ACCESS EXCLUSIVE MODE");
                    return Optional.of(new Intruder(place, connection, tables.getString(1)));
                }
            }
        }
        connection.close();
        return Optional.empty();
    }

    /** Asks for the table that the target has written to, and leaves once it has it. */
    void demand() throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE " + written + " IN ACCESS EXCLUSIVE MODE");
        }
    }

    /** Waits until {@link #demand} waits for the target. */
    void awaitWaiting() throws SQLException, InterruptedException {
        int backend = connection.unwrap(PGConnection.class).getBackendPID();
        try (Connection another = place.database().connect();
                PreparedStatement query = another.prepareStatement(WAITING)) {
            query.setInt(1, backend);
            while (!isTrue(query) && !connection.isClosed()) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static boolean isTrue(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
