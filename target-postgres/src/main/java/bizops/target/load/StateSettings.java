package bizops.target.load;

import java.util.Optional;

/**
 * Where the state is kept in the database. Immutable.
 *
 * @param id the pipeline's name
 * @param tapState what the tap was given as its state, blank for none; empty if that is not known
 */
public record StateSettings(String id, Optional<String> tapState) {}
