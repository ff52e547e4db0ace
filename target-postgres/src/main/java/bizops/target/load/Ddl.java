package bizops.target.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place from which the database's objects are made and changed, in the transaction of the rows. Each statement
 * is logged in one line and kept for {@code bizops.ddl_log}; none holds a value of a record.
 */
final class Ddl {
    private static final Logger LOG = LoggerFactory.getLogger(Ddl.class);
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('bizops:' || ?, 0))";
    private static final String SAVEPOINT = "bizops_ddl";

    private final Connection connection;
    private final String stream;
    private final List<String> done = new ArrayList<>();

    Ddl(Connection connection, String stream) {
        this.connection = connection;
        this.stream = stream;
    }

    /** Locks are waited for so long and no longer: whoever waits for one stops all others that come after. */
    void limitLocks(boolean limited) throws SQLException {
        plain("SET LOCAL lock_timeout = " + (limited ? "'10s'" : "0"));
    }

    /** Keeps other loads from making the same object until the transaction ends. */
    void lock(String what) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, what);
            lock.execute();
        }
    }

    void run(String sql) throws SQLException {
        plain(sql);
        log(sql);
    }

    /** Runs them in this order, in one round trip. */
    void run(List<String> statements) throws SQLException {
        if (!statements.isEmpty()) {
            plain(String.join("; ", statements));
            statements.forEach(this::log);
        }
    }

    /** What ran, in this order. */
    List<String> done() {
        return done;
    }

    private void log(String sql) {
        done.add(sql);
        LOG.info("stream \"{}\": {}", stream, sql.replaceAll("[\\r\\n]+", " "));
    }

    /** Runs the statement; if the server refuses it, the transaction goes on as if it had not been tried. */
    void attempt(String sql) throws SQLException {
        plain("SAVEPOINT " + SAVEPOINT);
        try {
            run(sql);
        } catch (SQLException refused) {
            if (!connection.isClosed()) {
                plain("ROLLBACK TO SAVEPOINT " + SAVEPOINT);
            }
            throw refused;
        }
        plain("RELEASE SAVEPOINT " + SAVEPOINT);
    }

    private void plain(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
