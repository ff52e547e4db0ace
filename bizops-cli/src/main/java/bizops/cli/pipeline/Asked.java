package bizops.cli.pipeline;

import bizops.cli.pair.StateChange;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a call asks beside the file. Immutable.
 *
 * @param changes by tap, what is done to its state first
 * @param verbose whether every line is shown on a terminal, too
 * @param beside whether it may run beside others like it: each runs single taps, no transform and no report
 * @param results the folder for {@link Results}
 */
public record Asked(Map<String, StateChange> changes, boolean verbose, boolean beside, Optional<Path> results) {
    public Asked {
        changes = Map.copyOf(changes);
    }

    /** A run of a whole pipeline. */
    public static Asked whole(Map<String, StateChange> changes, boolean verbose) {
        return new Asked(changes, verbose, false, Optional.empty());
    }

    StateChange change(String tap) {
        return changes.getOrDefault(tap, StateChange.NONE);
    }
}
