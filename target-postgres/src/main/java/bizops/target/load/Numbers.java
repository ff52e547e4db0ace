package bizops.target.load;

import bizops.singer.error.LoadException;
import bizops.singer.warehouse.Checkpoint;
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

    private final boolean needed;
    private boolean prepared;
    private boolean fromClock;
    private long lastFromClock;

    /** @param needed whether the run cannot do without the schema */
    Numbers(boolean needed) {
        this.needed = needed;
    }

    /** Makes sure once that the schema is there; outside a transaction. */
    void prepare(Connection connection) throws SQLException {
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
                        "state_id keeps the STATE in the schema bizops, which this user may not create; create it once as"
                                + " another user and give this one all rights on it, or grant CREATE on the database",
                        refused);
            }
            fromClock = true;
            LOG.warn("cannot create the schema bizops (no right to); _sdc_sequence comes from the clock and no"
                    + " checkpoints are written, so that a transform must read the tables in full");
        }
        prepared = true;
    }

    /** The first of {@link Warehouse#BLOCK} numbers for one batch. */
    long takeBlock(Connection connection) throws SQLException {
        if (!fromClock) {
            return Warehouse.takeBlock(connection);
        }
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        lastFromClock = Math.max(now, lastFromClock + Warehouse.BLOCK);
        return lastFromClock;
    }

    /**
     * SQL that gives each row of a statement a number of its own, greater than those of the batch so far.
     *
     * @param next the first number of the batch's block that is not taken
     */
    String perRow(long next) {
        return fromClock ? next + " + row_number() OVER ()" : "nextval('bizops.sdc_sequence')";
    }

    /** Writes the checkpoint, where there is a place for it. */
    void write(Connection connection, Checkpoint checkpoint) throws SQLException {
        if (!fromClock) {
            Warehouse.write(connection, checkpoint);
        }
    }
}
