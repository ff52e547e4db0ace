package bizops.target.load;

import bizops.singer.error.LoadException;
import bizops.singer.warehouse.StateLock;
import bizops.singer.warehouse.States;
import bizops.singer.warehouse.States.UncoveredRange;
import bizops.target.batch.Batch;
import bizops.target.table.Identifier;
import bizops.target.table.Metadata;
import bizops.target.table.TableName;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * STATE in the database, saved in the transaction of the rows that it covers. Appended rows that are committed behind the
 * newest STATE are noted; a run that goes on from exactly that STATE brings them again, so it removes them first. Owned by
 * the writing thread.
 */
final class SavedState {
    private static final Logger LOG = LoggerFactory.getLogger(SavedState.class);
    private static final String SEQUENCE = Identifier.quote(Metadata.SEQUENCE.column());
    private static final long POLL_MILLIS = 250;

    private final StateSettings settings;
    private final String runId;
    /** Whether it is settled what becomes of rows that the run before left uncovered. */
    private boolean settled;

    private List<UncoveredRange> found = List.of();

    SavedState(StateSettings settings, String runId) {
        this.settings = settings;
        this.runId = runId;
    }

    /**
     * Takes the name's lock for the session. Waits a little: the session of a run that was killed ends a moment later.
     *
     * @throws LoadException to try again later, if another run has it
     */
    void lock(Connection connection, Duration patience) throws SQLException {
        long until = System.nanoTime() + patience.toNanos();
        while (!StateLock.take(connection, settings.id())) {
            if (System.nanoTime() > until) {
                String holder = StateLock.holder(connection, settings.id()).orElse("a session that has just ended");
                throw LoadException.tryLater(
                        "another run has the state \"" + settings.id() + "\" (" + holder
                                + "); run again when it has ended, or give this pipeline a state_id of its own",
                        null);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw LoadException.tryLater("interrupted while waiting for another run", ending);
        }
    }

    /** The tables whose uncovered rows the batch has to deal with, to be locked with its own; first in the transaction. */
    Set<TableName> begin(Connection connection, Batch batch) throws SQLException {
        boolean tells = batch.rows() > 0 || batch.firstState().isPresent();
        found = settled || !tells ? List.of() : States.uncovered(connection, settings.id());
        Set<TableName> tables = new TreeSet<>();
        found.forEach(range -> tables.add(new TableName(range.schema(), range.table())));
        return tables;
    }

    /** Removes the rows that this run brings again; answers the tables that lost some. The tables are locked. */
    List<TableName> settle(Connection connection, Batch batch) throws SQLException {
        if (found.isEmpty()) {
            return List.of();
        }
        List<TableName> changed = new ArrayList<>();
        boolean resumes = settings.resumes() || beginsWithTheSaved(connection, batch);
        if (!resumes) {
            LOG.warn(
                    "state \"{}\": the run before left appended rows that no STATE covers, in {}; this run does not begin"
                            + " with the saved STATE, so they stay, and may come twice",
                    settings.id(),
                    found.stream()
                            .map(range -> new TableName(range.schema(), range.table()))
                            .distinct()
                            .toList());
        }
        for (UncoveredRange range : resumes ? found : List.<UncoveredRange>of()) {
            TableName table = new TableName(range.schema(), range.table());
            if (remove(connection, table, range) > 0) {
                changed.add(table);
            }
        }
        States.forgetUncovered(connection, settings.id());
        return changed;
    }

    /** Whether the tap goes on from what is saved, or from nothing where nothing is. */
    private boolean beginsWithTheSaved(Connection connection, Batch batch) throws SQLException {
        Optional<String> saved = States.read(connection, settings.id());
        Optional<String> first = batch.firstState().map(SavedState::text);
        return (saved.isPresent() && first.isPresent())
                ? States.isSame(saved.get(), first.get())
                : (saved.isEmpty() && first.isEmpty());
    }

    private static long remove(Connection connection, TableName table, UncoveredRange range) throws SQLException {
        try (PreparedStatement exists = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            exists.setString(1, table.quoted());
            try (ResultSet row = exists.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    return 0;
                }
            }
        }
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM " + table.quoted() + " WHERE " + SEQUENCE + " BETWEEN ? AND ?")) {
            delete.setLong(1, range.leastSequence());
            delete.setLong(2, range.greatestSequence());
            long rows = delete.executeLargeUpdate();
            LOG.info("table {}: {} rows that no STATE covers are removed, this run brings them again", table, rows);
            return rows;
        }
    }

    /** Saves the batch's STATE and notes what it does not cover; last in the transaction. */
    void end(Connection connection, Batch batch, List<UncoveredRange> uncovered) throws SQLException {
        if (batch.state().isPresent()) {
            States.save(connection, settings.id(), text(batch.state().get()), runId);
            States.forgetUncovered(connection, settings.id());
        }
        for (UncoveredRange range : uncovered) {
            States.note(connection, settings.id(), range, runId);
        }
    }

    /** The batch is durable. */
    void committed(Batch batch) {
        settled |= batch.rows() > 0 || batch.firstState().isPresent();
    }

    private static String text(byte[] state) {
        return new String(state, StandardCharsets.UTF_8);
    }
}
