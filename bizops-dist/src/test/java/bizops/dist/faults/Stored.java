package bizops.dist.faults;

import bizops.singer.warehouse.StateLock;
import bizops.singer.warehouse.StateTable;
import bizops.singer.warehouse.StoredState;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the database holds of a pipeline while no target is at work.
 *
 * @param uncovered rows that no STATE covers
 */
public record Stored(Optional<String> value, long uncovered) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 300;
    private static final long PAUSE_MILLIS = 20;

    /** Reads it once the session of a target that was killed has ended: until then it may still commit. */
    public static Stored read(Place place, String stateId) throws SQLException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try (Connection connection = place.database().connect()) {
                while (!StateLock.STATE.take(connection, stateId)) {
                    if (System.nanoTime() > until) {
                        throw new IllegalStateException("the lock of " + stateId + " is never free");
                    }
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                }
                return read(connection, stateId);
            } catch (SQLException serverIsAway) {
                if (System.nanoTime() > until) {
                    throw serverIsAway;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static Stored read(Connection connection, String stateId) throws SQLException {
        if (number(connection, "SELECT count(*) FROM pg_tables WHERE schemaname = 'bizops'") == 0) {
            return new Stored(Optional.empty(), 0);
        }
        return new Stored(
                StateTable.find(connection, stateId).map(StoredState::value),
                number(
                        connection,
                        "SELECT coalesce(sum(greatest_sequence - least_sequence + 1), 0) FROM bizops.uncovered_range"
                                + " WHERE state_id = '" + stateId + "'"));
    }

    /** How many events the stored state covers. */
    int events() {
        try {
            return value.isEmpty()
                    ? 0
                    : JSON.readTree(value.get()).path("events").asInt();
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("not a state: " + value, broken);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
