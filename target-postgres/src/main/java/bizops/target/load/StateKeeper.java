package bizops.target.load;

import bizops.singer.error.LoadException;
import bizops.singer.warehouse.StateLock;
import bizops.singer.warehouse.StateTable;
import bizops.singer.warehouse.StoredState;
import bizops.singer.warehouse.UncoveredRange;
import bizops.singer.warehouse.UncoveredRanges;
import bizops.target.batch.Batch;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the pipeline's state in the database: holds its lock for the run, stores each STATE in the transaction of the
 * rows that it covers, notes the rows that none covers, and at the start removes those that come again. Owned by the
 * writing thread.
 */
final class StateKeeper {
    private static final String PROGRAM = "target-postgres";
    private static final long POLL_MILLIS = 250;
    private static final Duration ANOTHER_RUN = Duration.ofSeconds(10);

    private final String id;
    private final String runId;
    private final Resumption resumption;
    private final Duration patience;
    /** The server's process behind the connection that holds the lock; 0 before the first. */
    private int backend;

    private boolean known;
    private @Nullable Version committed;
    private @Nullable Version sent;
    private long newestForeignRow;
    /** What this run stored last, while nothing uncovered has come since. */
    private byte @Nullable [] settled;

    /** Which value the database holds. */
    private record Version(long revision, String runId) {}

    /** @param patience how long another run is waited for at most */
    StateKeeper(StateSettings state, LoadSettings settings, Duration patience) {
        this.id = state.id();
        this.runId = settings.runId();
        this.resumption = new Resumption(state, settings);
        this.patience = patience.compareTo(ANOTHER_RUN) < 0 ? patience : ANOTHER_RUN;
    }

    /**
     * Takes the lock on a new connection, outside a transaction, and reads what is stored; after a lost connection it
     * makes sure that nobody else was at work meanwhile.
     */
    void prepare(Connection connection) throws SQLException {
        take(connection);
        Optional<StoredState> stored = StateTable.find(connection, id);
        List<UncoveredRange> left = UncoveredRanges.of(connection, id);
        Version now = stored.map(state -> new Version(state.revision(), state.runId()))
                .orElse(null);
        long newest = left.stream()
                .filter(range -> !range.runId().equals(runId))
                .mapToLong(UncoveredRange::greatestSequence)
                .max()
                .orElse(0);
        if (!known) {
            known = true;
            committed = now;
            newestForeignRow = newest;
            resumption.found(stored, left);
        } else if (newest > newestForeignRow
                || !(Objects.equals(now, committed) || (sent != null && sent.equals(now)))) {
            throw LoadException.tryLater(
                    "the connection was lost, and before it was back another run changed the state \"" + id
                            + "\"; run again, from the state that is stored now",
                    null);
        }
    }

    /** Before each batch: removes what comes again, in a transaction of its own. */
    void begin(Connection connection, Batch batch) throws SQLException {
        if (resumption.begin(connection, batch)) {
            connection.commit();
            resumption.done();
        }
    }

    /** Whether a batch without steps has something to store. */
    boolean isNews(Batch batch) {
        return batch.state().isPresent() && !Arrays.equals(batch.state().get(), settled);
    }

    /** Stores the batch's STATE and notes its uncovered rows, in the transaction of its rows. */
    void write(Connection connection, Batch batch, List<UncoveredRange> uncovered) throws SQLException {
        sent = committed;
        settled = null;
        if (batch.state().isPresent()) {
            byte[] state = batch.state().get();
            String value = new String(state, StandardCharsets.UTF_8);
            StateTable.Receipt receipt = StateTable.store(connection, id, value, runId, PROGRAM);
            refusePooler(receipt.backend());
            sent = new Version(receipt.revision(), runId);
            settled = uncovered.isEmpty() ? state : null;
        }
        if (!uncovered.isEmpty()) {
            UncoveredRanges.note(connection, id, uncovered);
        }
    }

    /** The lock belongs to one process of the server; a pooler may give each transaction another. */
    private void refusePooler(int writing) {
        if (writing != backend) {
            throw LoadException.permanent(
                    "state_id needs a connection of its own, and a pooler gave this one another process of the server"
                            + " within the run; connect to the server itself, or use the pooler's session mode",
                    null);
        }
    }

    /** The transaction of the last {@link #write} is durable. */
    void committed() {
        committed = sent;
    }

    /** Waits a little for the lock: the session of a run that was killed ends a moment later. */
    private void take(Connection connection) throws SQLException {
        long until = System.nanoTime() + patience.toNanos();
        while (!StateLock.STATE.take(connection, id)) {
            Optional<StateLock.Holder> holder = StateLock.STATE.holder(connection, id);
            if (holder.isPresent() && holder.get().pid() == backend) {
                end(connection, backend);
            } else if (System.nanoTime() > until) {
                throw LoadException.tryLater(
                        "another run holds the lock of state \"" + id + "\" ("
                                + holder.map(StateLock.Holder::text).orElse("it has just ended")
                                + "); run again when it has ended, or give this pipeline a state_id of its own",
                        null);
            }
            pause();
        }
        backend = backend(connection);
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw LoadException.tryLater("interrupted while waiting for another run", ending);
        }
    }

    private static int backend(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT pg_backend_pid()");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Our own lost connection, which the server may hold up for hours. */
    private static void end(Connection connection, int pid) throws SQLException {
        try (PreparedStatement terminate = connection.prepareStatement("SELECT pg_terminate_backend(?)")) {
            terminate.setInt(1, pid);
            terminate.execute();
        }
    }
}
