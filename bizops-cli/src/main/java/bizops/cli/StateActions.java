package bizops.cli;

import bizops.cli.store.Store;
import bizops.singer.cli.Terminal;
import bizops.singer.error.ConfigException;
import bizops.singer.warehouse.StateLock;
import bizops.singer.warehouse.StoredState;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What {@code bizops state} does. */
final class StateActions {
    private static final String BY_HAND = "bizops state";

    private final Store store;
    private final Terminal terminal;

    StateActions(Store store, Terminal terminal) {
        this.store = store;
        this.terminal = terminal;
    }

    /** Prints a state and what is known of it; without a name, the names there are. */
    void show(String id) throws IOException {
        if (id.isEmpty()) {
            for (String one : store.ids()) {
                terminal.print(one);
            }
            return;
        }
        StoredState state = store.find(id).orElseThrow(() -> unknown(id));
        terminal.print("state_id    " + id);
        terminal.print("revision    " + state.revision());
        terminal.print("updated_at  " + state.at());
        terminal.print("written_by  " + state.writtenBy());
        terminal.print("run_id      " + state.runId());
        terminal.print("uncovered   " + store.uncovered(id) + " rows without a key");
        terminal.print("running     "
                + store.holder(StateLock.RUN, id)
                        .or(() -> store.holder(StateLock.STATE, id))
                        .orElse("no"));
        terminal.print("value       " + state.value());
    }

    /** Prints exactly the value; {@code {}} where there is none, because a tap's state file must not be empty. */
    void export(String id) throws IOException {
        Optional<StoredState> state = store.find(id);
        if (state.isEmpty()) {
            terminal.stderr()
                    .println("WARNING bizops: no state \"" + id + "\" is stored; {} lets the tap start from the"
                            + " beginning");
        }
        terminal.print(state.map(StoredState::value).orElse("{}"));
    }

    /** Stores a value while no run is at work. */
    void set(String id, String value) throws IOException {
        store.prepare();
        store.take(StateLock.RUN, id);
        store.take(StateLock.STATE, id);
        Optional<StoredState> before = store.find(id);
        if (before.isPresent() && StoredState.same(before.get().value(), value)) {
            terminal.print("state \"" + id + "\" is that already");
            return;
        }
        long uncovered = store.uncovered(id);
        store.store(id, value, UUID.randomUUID().toString(), BY_HAND);
        if (uncovered > 0) {
            terminal.stderr()
                    .println("WARNING bizops: " + uncovered + " rows without a key that were committed after the state"
                            + " before stay in their tables; if the tap sends them again they are there twice");
        }
        terminal.print("state \"" + id + "\" is set"
                + before.map(old -> "; it was " + old.value()).orElse(""));
    }

    /** Prints the last value of each run, the newest first: revision, time, program, run and value between tabs. */
    void history(String id) throws IOException {
        List<StoredState> states = store.history(id);
        if (states.isEmpty()) {
            throw unknown(id);
        }
        for (StoredState state : states) {
            terminal.print(String.join(
                    "\t",
                    Long.toString(state.revision()),
                    state.at().toString(),
                    state.writtenBy(),
                    state.runId(),
                    state.value()));
        }
    }

    private ConfigException unknown(String id) {
        List<String> ids = store.ids();
        return new ConfigException("no state \"" + id + "\" is stored; "
                + (ids.isEmpty() ? "run target-postgres with state_id first" : "there are: " + String.join(", ", ids)));
    }
}
