package bizops.cli.pipeline;

import bizops.cli.pair.StateChange;
import java.util.Map;

/**
 * What a call asks beside the file. Immutable.
 *
 * @param changes by tap, what is done to its state first
 * @param verbose whether every line is shown on a terminal, too
 */
public record Asked(Map<String, StateChange> changes, boolean verbose) {
    public Asked {
        changes = Map.copyOf(changes);
    }

    StateChange change(String tap) {
        return changes.getOrDefault(tap, StateChange.NONE);
    }
}
