package bizops.report.cube;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Reads the cube of one build, whatever is published meanwhile.
 *
 * <p>Names are not resolved by snapshot: a transaction that began before a publish would find the new, to it empty
 * tables. So the lock that a publish takes exclusively is taken first, shared and for the session, and the REPEATABLE
 * READ transaction begins only when it is held: a lock taken inside that transaction would come after its snapshot.
 */
public final class Snapshot {
    private Snapshot() {}

    /**
     * The cube of the build that is live.
     *
     * @param connection fresh, and closed by the caller: the lock and the search path are its session's
     * @param schema {@code marts}, or {@code <prefix>_marts}
     */
    public static Cube read(Connection connection, String schema) throws SQLException {
        connection.setAutoCommit(true);
        run(connection, "select set_config('lock_timeout', ?, false)", "60s");
        run(connection, "select set_config('search_path', quote_ident(?), false)", schema);
        run(connection, "select pg_advisory_lock_shared(hashtextextended('bizops publish ' || ?, 0))", schema);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        Cube cube = new MartsReader(connection).read();
        connection.commit();
        return cube;
    }

    private static void run(Connection connection, String sql, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            statement.execute();
        }
    }
}
