package bizops.cli.pipeline;

import bizops.singer.error.ExitCode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How an attempt of a step ended. Immutable.
 *
 * @param runId its row in {@code bizops.run}, for a tap
 * @param killed whether a program was ended by a signal that nobody here sent
 * @param rows by stream, as the tap counted
 */
record StepOutcome(
        ExitCode code,
        Optional<String> error,
        Optional<String> runId,
        boolean killed,
        Map<String, Long> rows,
        Duration took) {
    StepOutcome {
        rows = Map.copyOf(rows);
    }

    static StepOutcome failed(ExitCode code, String error, Duration took) {
        return new StepOutcome(code, Optional.of(error), Optional.empty(), false, Map.of(), took);
    }

    boolean isOk() {
        return code == ExitCode.OK;
    }

    /** Whether the same may go well soon: a wrong setting or a refused right stays what it is. */
    boolean isWorthRetrying() {
        return code == ExitCode.TRY_LATER || killed;
    }

    long total() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
