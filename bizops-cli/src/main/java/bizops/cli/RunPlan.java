package bizops.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be run. Immutable.
 *
 * @param keepsState whether the target itself stores the state, with its rows
 */
record RunPlan(
        Executable tap,
        Executable target,
        List<String> tapConfig,
        List<String> targetConfig,
        Optional<String> catalog,
        String stateId,
        boolean keepsState) {

    /** The tap with its arguments; {@code state} is a file, if there is a state. */
    ProcessBuilder tapProcess(Optional<Path> state) {
        List<String> command = command(tap, tapConfig);
        catalog.ifPresent(file -> command.addAll(List.of("--catalog", file)));
        state.ifPresent(file -> command.addAll(List.of("--state", file.toString())));
        return new ProcessBuilder(command);
    }

    /** The target with its arguments; {@code tapState} is the file that the tap gets, empty if it gets none. */
    ProcessBuilder targetProcess(Path tapState, String runId) {
        List<String> command = command(target, targetConfig);
        ProcessBuilder builder = new ProcessBuilder(command);
        if (keepsState) {
            command.addAll(List.of("--tap-state", tapState.toString()));
            builder.environment().put("TARGET_POSTGRES_STATE_ID", stateId);
            builder.environment().put("BIZOPS_RUN_ID", runId);
        }
        return builder;
    }

    /** Every file that says what is to be done. */
    List<String> files() {
        List<String> files = new ArrayList<>(tapConfig);
        files.addAll(targetConfig);
        catalog.ifPresent(files::add);
        return files;
    }

    private static List<String> command(Executable program, List<String> configs) {
        List<String> command = new ArrayList<>();
        command.add(program.path().toString());
        configs.forEach(file -> command.addAll(List.of("--config", file)));
        return command;
    }
}
