package bizops.cli.store;

import java.util.Map;
import java.util.Optional;

/**
 * How a run ended. Immutable.
 *
 * @param exit the code of the whole run
 * @param error the line that says why it failed
 * @param rowsSent by stream, as the tap counted
 * @param rowsRead by stream, as the target counted
 * @param bytesLoaded by stream, as the target counted
 */
public record RunEnd(
        int tapExit,
        int targetExit,
        int exit,
        Optional<String> error,
        Map<String, Long> rowsSent,
        Map<String, Long> rowsRead,
        Map<String, Long> bytesLoaded) {}
