package bizops.cli.pair;

/** What is done to the stored state before a run goes on from it. */
@FunctionalInterface
public interface StateChange {
    /** Leaves the state as it is. */
    StateChange NONE = state -> state;

    /**
     * The state to go on from.
     *
     * @param state a JSON object on one line
     */
    String to(String state);
}
