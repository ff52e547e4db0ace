package bizops.target.load;

import bizops.singer.error.LoadException;
import bizops.target.connect.Database;
import bizops.target.connect.Failures;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SQL of the user's own, run once beside the load: over a connection of its own, so that nothing it sets or leaves open
 * reaches the load. Owned by one thread, except for {@link #stop}.
 */
public final class UserSql {
    private static final Logger LOG = LoggerFactory.getLogger(UserSql.class);

    private final String setting;
    private final String sql;
    private final String consequence;
    private @Nullable Connection connection;
    private volatile @Nullable Statement running;
    private volatile boolean stopped;

    /**
     * @param setting what errors call it
     * @param sql one statement or several
     * @param consequence what its failure means for the load, as errors say it
     */
    public UserSql(String setting, String sql, String consequence) {
        this.setting = setting;
        this.sql = sql;
        this.consequence = consequence;
    }

    /** Connects; can be called again after a failure. */
    void connect(Database database) throws SQLException {
        connection = database.open();
    }

    /** Runs the text and commits it. It is not tried again: what a lost connection left of it is not known. */
    void run() {
        try (Connection own = opened();
                Statement statement = own.createStatement()) {
            statement.setEscapeProcessing(false);
            running = statement;
            if (stopped) {
                return;
            }
            // Not within a transaction of ours, because VACUUM and its like refuse one.
            statement.execute(sql);
            own.setAutoCommit(false);
            own.commit(); // of a transaction that the text left open
            LOG.info("'{}' has run", setting);
        } catch (SQLException failed) {
            if (stopped) {
                LOG.warn("'{}' was broken off", setting);
                return;
            }
            String message = "'" + setting + "' failed: " + Failures.words(failed) + "; " + consequence;
            throw Failures.isConnection(failed)
                    ? LoadException.tryLater(message, failed)
                    : LoadException.permanent(message, failed);
        } finally {
            running = null;
        }
    }

    /** Breaks it off, or keeps it from beginning; from another thread. */
    public void stop() {
        stopped = true;
        Statement statement = running;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException over) {
                LOG.debug("while breaking off", over);
            }
        }
    }

    private Connection opened() {
        if (connection == null) {
            throw new IllegalStateException("not connected");
        }
        return connection;
    }
}
