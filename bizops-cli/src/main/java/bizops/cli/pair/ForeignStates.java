package bizops.cli.pair;

import bizops.cli.store.Store;
import bizops.singer.error.BizopsException;
import bizops.singer.error.ConfigException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The states that a target prints which does not keep them itself: each is stored as it comes. Filled by a thread of its
 * own; {@link #storeLast} is for when that has ended.
 */
final class ForeignStates {
    private final Store store;
    private final String stateId;
    private final String runId;
    private final String program;
    private final Consumer<String> errors;
    private @Nullable String last;
    private boolean stored = true;

    ForeignStates(Store store, String stateId, String runId, String program, Consumer<String> errors) {
        this.store = store;
        this.stateId = stateId;
        this.runId = runId;
        this.program = program;
        this.errors = errors;
    }

    /** Stores every state until the target has closed its output; other lines are passed on to standard error. */
    void keep(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                take(line);
            }
        }
    }

    /** Stores the last state if the database did not take it when it came. */
    synchronized void storeLast() {
        if (!stored && last != null) {
            store.store(stateId, last, runId, program);
            stored = true;
        }
    }

    private synchronized void take(String line) {
        try {
            String state = StateText.of(line);
            if (!state.equals(last)) {
                last = state;
                stored = false;
                storeLast();
            }
        } catch (ConfigException noState) {
            errors.accept(program + " | " + line);
        } catch (BizopsException notNow) {
            errors.accept("WARNING bizops: the state is not stored yet: " + notNow.getMessage());
        }
    }
}
