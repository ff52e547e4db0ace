package bizops.cli.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a run of a pipeline ended. Immutable.
 *
 * @param startedAt and {@code endedAt} by the clock of this machine
 * @param error the whole in one line
 * @param jobUrl of the CI job
 */
public record RunResult(
        String runId,
        Instant startedAt,
        Instant endedAt,
        int exit,
        Optional<String> error,
        Optional<String> jobUrl,
        List<StepResult> steps) {
    public RunResult {
        steps = List.copyOf(steps);
    }

    /** Whether a step of this name ran. */
    boolean ran(String step) {
        return steps.stream().anyMatch(one -> one.name().equals(step));
    }

    /** Whether it ran and went well. */
    boolean wentWell(String step) {
        return steps.stream().anyMatch(one -> one.name().equals(step) && one.isOk());
    }
}
