package bizops.target.merge;

/**
 * What becomes of a row that its source has deleted. Immutable.
 *
 * @param hard whether it is removed; else it stays, marked
 * @param allowEmpty whether an ACTIVATE_VERSION may remove every row of a table though the run brought none in their
 *     place
 */
public record Removal(boolean hard, boolean allowEmpty) {
    /** Rows stay, marked. */
    public static final Removal SOFT = new Removal(false, false);
}
