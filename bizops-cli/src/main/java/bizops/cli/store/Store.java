package bizops.cli.store;

import bizops.singer.error.LoadException;
import bizops.singer.warehouse.Migrations;
import bizops.singer.warehouse.StateLock;
import bizops.singer.warehouse.StateTable;
import bizops.singer.warehouse.StoredState;
import bizops.singer.warehouse.UncoveredRange;
import bizops.singer.warehouse.UncoveredRanges;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The states of a database over one connection, which also holds the locks: they are free when this is closed.
 * Thread-safe.
 */
public final class Store implements AutoCloseable {
    /** The migration that made the tables of states and runs. */
    private static final int WITH_STATES = 2;

    private static final int WITH_PIPELINES = 3;

    private static final int SECONDS_TO_ANSWER = 10;
    private static final int SECONDS_TO_END = 10;
    private static final int POLL_MILLIS = 100;

    private final Address address;
    private final String program;
    private final List<Taken> locks = new ArrayList<>();
    private Connection connection;

    private record Taken(StateLock lock, String stateId, boolean shared) {
        boolean take(Connection open) throws SQLException {
            return shared ? lock.share(open, stateId) : lock.take(open, stateId);
        }
    }

    private Store(Address address, String program) {
        this.address = address;
        this.program = program;
        this.connection = address.open(program);
    }

    /** Connects; {@code program} is what others see of it. */
    public static Store open(Address address, String program) {
        return new Store(address, program);
    }

    /** Whether the connection, and with it the locks, is still there. */
    public synchronized boolean isAlive() {
        try {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Connects again and takes the same locks; an error if the server is out of reach, or another run was faster. */
    public synchronized void reconnect() {
        Connection again = address.open(program);
        try {
            connection.close();
        } catch (SQLException lost) {
            // It was lost before.
        }
        connection = again;
        List<Taken> before = List.copyOf(locks);
        locks.clear();
        before.forEach(this::take);
    }

    /** One question to the database. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    /** Asks it; what the database refuses is explained. */
    public synchronized <T> T ask(Question<T> question) {
        try {
            return question.ask(connection);
        } catch (SQLException failed) {
            throw address.explained(failed);
        }
    }

    /** The server's clock. */
    public Instant now() {
        return ask(open -> {
            try (Statement statement = open.createStatement();
                    ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
                row.next();
                return row.getObject(1, OffsetDateTime.class).toInstant();
            }
        });
    }

    /** Makes the tables if they are missing. */
    public void prepare() {
        ask(open -> {
            Migrations.run(open);
            return true;
        });
    }

    /** Takes a lock for as long as this is open; error 75 with the holder if another session has it. */
    public synchronized void take(StateLock lock, String stateId) {
        take(new Taken(lock, stateId, false));
    }

    private synchronized void take(Taken wanted) {
        boolean taken = ask(wanted::take);
        if (!taken) {
            throw held(wanted.lock(), wanted.stateId());
        }
        locks.add(wanted);
    }

    /** Waits a little until no session holds a lock: that of a program that was killed may still commit, then ends. */
    public synchronized void awaitFree(StateLock lock, String stateId) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_END);
        while (!ask(open -> lock.take(open, stateId))) {
            if (System.nanoTime() > until) {
                throw held(lock, stateId);
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        ask(open -> {
            lock.release(open, stateId);
            return true;
        });
    }

    /**
     * Takes a lock for as long as this is open, waiting for it if need be; error 75 with the holder if it is not free in
     * time.
     *
     * @param shared beside others that share it
     * @param patience zero to be refused at once
     * @param waiting told once that it waits, and for whom
     */
    public void await(StateLock lock, String id, boolean shared, Duration patience, Consumer<String> waiting)
            throws InterruptedException {
        Taken wanted = new Taken(lock, id, shared);
        long until = System.nanoTime() + patience.toNanos();
        boolean told = false;
        while (!ask(wanted::take)) {
            if (System.nanoTime() - until >= 0) {
                throw held(lock, id);
            }
            if (!told) {
                waiting.accept("waits for " + holders(lock, id));
                told = true;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        note(wanted);
    }

    private synchronized void note(Taken taken) {
        locks.add(taken);
    }

    private String holders(StateLock lock, String id) {
        String run = (lock == StateLock.PIPELINE ? PipelineTable.running(this, id) : RunTable.running(this, id))
                .map(text -> text + ", ")
                .orElse("");
        return run + holder(lock, id).orElse("it has just ended");
    }

    private LoadException held(StateLock lock, String stateId) {
        return LoadException.tryLater(
                "another run holds the lock of " + (lock == StateLock.PIPELINE ? "pipeline" : "state") + " \"" + stateId
                        + "\" (" + holders(lock, stateId) + "); run again when it has ended",
                null);
    }

    /** Who holds a lock, for messages; empty if nobody does. */
    public Optional<String> holder(StateLock lock, String stateId) {
        return ask(open -> lock.holder(open, stateId)).map(StateLock.Holder::text);
    }

    /** The newest value; empty if none was ever stored. */
    public Optional<StoredState> find(String stateId) {
        return ask(open -> hasStates(open) ? StateTable.find(open, stateId) : Optional.<StoredState>empty());
    }

    /** Stores a value. */
    public void store(String stateId, String value, String runId, String program) {
        StateTable.Receipt unused = ask(open -> StateTable.store(open, stateId, value, runId, program));
    }

    /** The last values of the newest runs, the newest first. */
    public List<StoredState> history(String stateId) {
        return ask(open -> hasStates(open) ? StateTable.history(open, stateId) : List.<StoredState>of());
    }

    /** The names of all states, sorted. */
    public List<String> ids() {
        return ask(open -> hasStates(open) ? StateTable.ids(open) : List.<String>of());
    }

    /** How many rows without a key no STATE covers. */
    public long uncovered(String stateId) {
        return ask(open -> hasStates(open) ? UncoveredRanges.of(open, stateId) : List.<UncoveredRange>of()).stream()
                .mapToLong(UncoveredRange::rows)
                .sum();
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException lost) {
            throw address.explained(lost);
        }
    }

    /** Whether the tables of pipelines are there. */
    static boolean hasPipelines(Connection open) throws SQLException {
        return Migrations.knownVersion(open) >= WITH_PIPELINES;
    }

    static boolean hasStates(Connection open) throws SQLException {
        return Migrations.knownVersion(open) >= WITH_STATES;
    }
}
