package bizops.cli.store;

import bizops.singer.error.LoadException;
import bizops.singer.warehouse.Migrations;
import bizops.singer.warehouse.StateLock;
import bizops.singer.warehouse.StateTable;
import bizops.singer.warehouse.StoredState;
import bizops.singer.warehouse.UncoveredRange;
import bizops.singer.warehouse.UncoveredRanges;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The states of a database over one connection, which also holds the locks: they are free when this is closed.
 * Thread-safe.
 */
public final class Store implements AutoCloseable {
    /** The migration that made the tables of states and runs. */
    private static final int WITH_STATES = 2;

    private final Address address;
    private final Connection connection;

    private Store(Address address, Connection connection) {
        this.address = address;
        this.connection = connection;
    }

    /** Connects; {@code program} is what others see of it. */
    public static Store open(Address address, String program) {
        return new Store(address, address.open(program));
    }

    /** One question to the database. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    /** Asks it; what the database refuses is explained. */
    synchronized <T> T ask(Question<T> question) {
        try {
            return question.ask(connection);
        } catch (SQLException failed) {
            throw address.explained(failed);
        }
    }

    /** Makes the tables if they are missing. */
    public void prepare() {
        ask(open -> {
            Migrations.run(open);
            return true;
        });
    }

    /** Takes a lock for as long as this is open; error 75 with the holder if another session has it. */
    public void take(StateLock lock, String stateId) {
        boolean taken = ask(open -> lock.take(open, stateId));
        if (!taken) {
            throw LoadException.tryLater(
                    "another run holds the lock of state \"" + stateId + "\" ("
                            + holder(lock, stateId).orElse("it has just ended") + "); run again when it has ended",
                    null);
        }
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
        long unused = ask(open -> StateTable.store(open, stateId, value, runId, program));
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

    private static boolean hasStates(Connection open) throws SQLException {
        return Migrations.version(open) >= WITH_STATES;
    }
}
