package bizops.cli.pair;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be run. Immutable.
 *
 * @param catalog the tap's, a file
 * @param keepsState whether the target itself stores the state, with its rows
 */
public record PairPlan(Side tap, Side target, Optional<String> catalog, String stateId, boolean keepsState) {
    /** The tap with its arguments; {@code state} is a file, if there is a state. */
    ProcessBuilder tapProcess(Optional<Path> state) {
        List<String> more = new ArrayList<>();
        catalog.ifPresent(file -> more.addAll(List.of("--catalog", file)));
        state.ifPresent(file -> more.addAll(List.of("--state", file.toString())));
        return tap.process(more);
    }

    /** The target with its arguments; {@code tapState} is the file that the tap gets, empty if it gets none. */
    ProcessBuilder targetProcess(Path tapState, String runId) {
        ProcessBuilder builder = target.process(keepsState ? List.of("--tap-state", tapState.toString()) : List.of());
        if (keepsState) {
            builder.environment().put("TARGET_POSTGRES_STATE_ID", stateId);
            builder.environment().put("BIZOPS_RUN_ID", runId);
        }
        return builder;
    }

    /** Every file that says what is to be done. */
    List<String> files() {
        List<String> files = new ArrayList<>(tap.configs());
        files.addAll(target.configs());
        catalog.ifPresent(files::add);
        return files;
    }
}
