package bizops.target.load;

import bizops.singer.error.LoadException;
import bizops.singer.warehouse.DdlLog;
import bizops.singer.warehouse.Migrations;
import bizops.singer.warehouse.Warehouse;
import bizops.target.connect.Failures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where {@code _sdc_sequence} comes from: the schema {@code bizops}, or the clock where that schema cannot be had. Owned
 * by the writing thread.
 */
final class Numbers {
    private static final Logger LOG = LoggerFactory.getLogger(Numbers.class);

    private static final String NO_SCHEMA =
            "cannot create the schema bizops (no right to); _sdc_sequence comes from the clock and no checkpoints are"
                    + " written, so that a transform must read the tables in full";

    private boolean prepared;
    /** Of the schema; 0 where it cannot be had. */
    private int version = Migrations.latest();

    private long lastFromClock;

    /**
     * Makes sure once that the schema is there; outside a transaction.
     *
     * @param needed whether it is an error if the schema cannot be had
     */
    void prepare(Connection connection, boolean needed) throws SQLException {
        if (prepared) {
            return;
        }
        try {
            Migrations.run(connection);
        } catch (SQLException refused) {
            if (!Failures.isForbidden(refused)) {
                throw refused;
            }
            if (needed) {
                throw LoadException.permanent(
                        "state_id is set, and the schema bizops, which keeps the state, cannot be created or brought up"
                                + " to date (" + Failures.words(refused)
                                + "); let its owner run once, or GRANT CREATE ON DATABASE to this user, or leave"
                                + " state_id out",
                        refused);
            }
            version = version(connection);
            LOG.warn(
                    hasCheckpoints()
                            ? "cannot bring the schema bizops up to date (no right to); its owner should run once"
                            : NO_SCHEMA);
        }
        prepared = true;
    }

    private static int version(Connection connection) throws SQLException {
        try {
            return Migrations.version(connection);
        } catch (SQLException refused) {
            if (Failures.isForbidden(refused)) {
                return 0;
            }
            throw refused;
        }
    }

    /** SQL for the first of {@link Warehouse#BLOCK} numbers for one batch. */
    String block() {
        if (hasCheckpoints()) {
            return Warehouse.NEXT_BLOCK;
        }
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        lastFromClock = Math.max(now, lastFromClock + Warehouse.BLOCK);
        return Long.toString(lastFromClock);
    }

    /**
     * SQL that gives each row of a statement a number of its own, greater than those of the batch so far.
     *
     * @param next the first number of the batch's block that is not taken
     */
    String perRow(long next) {
        return hasCheckpoints() ? "nextval('bizops.sdc_sequence')" : next + " + row_number() OVER ()";
    }

    /** Whether there is a place for checkpoints. */
    boolean hasCheckpoints() {
        return version > 0;
    }

    /** Whether there is a place for the statements that change tables. */
    boolean hasDdlLog() {
        return DdlLog.isIn(version);
    }
}
