package bizops.cli.alert;

import java.time.Duration;
import java.util.Optional;

/**
 * How a step of a run ended. Immutable.
 *
 * @param name as {@code bizops.yml} calls it
 * @param line what failed, why, what to do; empty where nothing did
 */
public record StepResult(String name, int exit, Duration took, Optional<String> line) {
    boolean isOk() {
        return exit == 0;
    }
}
