package bizops.singer.warehouse;

import bizops.singer.error.LoadException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/**
 * Brings the schema {@code bizops} up to date: each migration is a resource, run once, in order, each noted in {@code
 * bizops.migration}. Two programs that start at once wait for each other. A schema that a newer program has brought
 * further than this one knows is left alone.
 */
public final class Migrations {
    private static final List<String> NAMES = List.of(
            "001_sequence_and_checkpoint.sql",
            "002_state_and_run.sql",
            "003_pipeline_run.sql",
            "004_alert.sql",
            "005_audit.sql",
            "006_ddl_log.sql");
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('bizops:migration', 0))";

    /** Scans of the catalog, because to_regclass may answer from a cache that is older than the lock. */
    private static final String SCHEMA_EXISTS =
            "SELECT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = 'bizops')";

    private static final String TABLE_EXISTS = "SELECT EXISTS (SELECT FROM pg_catalog.pg_class AS c"
            + " JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace"
            + " WHERE n.nspname = 'bizops' AND c.relname = 'migration')";

    /** No such table, no such schema. */
    private static final Set<String> NO_SUCH = Set.of("42P01", "3F000");

    private Migrations() {}

    /**
     * Runs what is missing, in a transaction of its own; the connection must not be in one and is left in auto-commit
     * mode as it came. Costs one query when nothing is missing.
     *
     * @throws SQLException with SQLSTATE 42501 if the user may not create the schema
     * @throws LoadException if a newer program has changed the schema
     */
    public static void run(Connection connection) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        try {
            connection.setAutoCommit(true);
            if (!areAllApplied(connection)) {
                connection.setAutoCommit(false);
                apply(connection);
                connection.commit();
            }
        } catch (SQLException | LoadException failed) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            throw failed;
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }

    /** Outside a transaction, so that a question about a table that is not there may fail. */
    private static boolean areAllApplied(Connection connection) throws SQLException {
        try {
            return known(last(connection)) == NAMES.size();
        } catch (SQLException refused) {
            if (NO_SUCH.contains(String.valueOf(refused.getSQLState()))) {
                return false;
            }
            throw refused;
        }
    }

    /** How many there are in this version of the program. */
    public static int latest() {
        return NAMES.size();
    }

    /** How many migrations have run, be it more than this program knows; 0 without the schema. */
    public static int version(Connection connection) throws SQLException {
        return applied(connection);
    }

    /**
     * The same, for a reader of the tables.
     *
     * @throws LoadException if it is more than this program knows
     */
    public static int knownVersion(Connection connection) throws SQLException {
        return known(applied(connection));
    }

    /**
     * For whoever only makes sure that it understands the tables.
     *
     * @throws LoadException if a newer program has changed them
     */
    public static void refuseNewer(Connection connection) throws SQLException {
        checkKnown(applied(connection));
    }

    private static int known(int version) {
        checkKnown(version);
        return version;
    }

    private static void checkKnown(int version) {
        if (version > NAMES.size()) {
            throw LoadException.permanent(
                    "the schema bizops has version " + version + ", of a newer BizOps; this program knows version "
                            + NAMES.size() + " at most: upgrade it, or restore the backup from before the upgrade"
                            + " (docs/upgrades.md)",
                    null);
        }
    }

    private static void apply(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
            int done = knownVersion(connection);
            if (done == 0 && !exists(connection, SCHEMA_EXISTS)) {
                statement.execute("CREATE SCHEMA bizops");
            }
            for (String name : NAMES.subList(done, NAMES.size())) {
                statement.execute(text(name));
                note(connection, name);
            }
        }
    }

    private static void note(Connection connection, String name) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO bizops.migration (number, name) VALUES (?, ?)")) {
            insert.setInt(1, Integer.parseInt(name.substring(0, 3)));
            insert.setString(2, name);
            insert.executeUpdate();
        }
    }

    private static int applied(Connection connection) throws SQLException {
        if (!exists(connection, TABLE_EXISTS)) {
            return 0;
        }
        return last(connection);
    }

    private static int last(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT coalesce(max(number), 0) FROM bizops.migration")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static boolean exists(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static String text(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
