package bizops.target.load;

import bizops.singer.warehouse.StoredState;
import bizops.singer.warehouse.UncoveredRange;
import bizops.target.batch.Batch;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides once a run whether its tap goes on exactly from the stored state. If it does, the rows that an earlier run
 * committed after that state are removed, because they come again. If it does not, or nobody can tell, they stay: a row
 * too many can be found, a row too few cannot. Owned by the writing thread.
 */
final class Resumption {
    private static final Logger LOG = LoggerFactory.getLogger(Resumption.class);
    private static final String NO_STATE = "{}";

    private final StateSettings state;
    private final LoadSettings settings;
    private Optional<StoredState> stored = Optional.empty();
    private List<UncoveredRange> left = List.of();

    Resumption(StateSettings state, LoadSettings settings) {
        this.state = state;
        this.settings = settings;
    }

    /** What the run found at its start. */
    void found(Optional<StoredState> value, List<UncoveredRange> uncovered) {
        stored = value;
        // An overwrite changes no table before its end, and then removes every row.
        left = settings.overwrite() ? List.of() : uncovered;
    }

    /**
     * Decides if the batch shows it.
     *
     * @return whether rows were removed, which the caller has to commit; {@link #done} follows
     */
    boolean begin(Connection connection, Batch batch) throws SQLException {
        if (left.isEmpty()) {
            return false;
        }
        Optional<String> from =
                state.tapState().or(() -> batch.opening().map(opening -> new String(opening, StandardCharsets.UTF_8)));
        if (from.isEmpty() && batch.rows() == 0) {
            return false;
        }
        if (isStored(from)) {
            UncoveredRows.remove(connection, state.id(), left, settings.runId());
            return true;
        }
        LOG.warn(
                "state \"{}\": {} rows that were committed after the stored state stay, because {}; if they come again"
                        + " they are there twice: {}",
                state.id(),
                left.stream().mapToLong(UncoveredRange::rows).sum(),
                from.isPresent()
                        ? "this run begins with another state"
                        : "records came before any STATE and --tap-state is not given, so that nobody can tell where"
                                + " this run begins",
                tables());
        done();
        return false;
    }

    /** Decided, and durable. */
    void done() {
        left = List.of();
    }

    /** Where no state was ever stored, a tap that begins with none begins where the run before did. */
    private boolean isStored(Optional<String> from) {
        if (stored.isPresent()) {
            return from.isPresent() && StoredState.same(from.get(), stored.get().value());
        }
        return from.isEmpty() || from.get().isBlank() || StoredState.same(from.get(), NO_STATE);
    }

    private String tables() {
        return String.join(
                ", ",
                left.stream()
                        .map(range -> range.schema() + "." + range.table() + " _sdc_sequence " + range.leastSequence()
                                + " to " + range.greatestSequence())
                        .limit(10)
                        .toList());
    }
}
