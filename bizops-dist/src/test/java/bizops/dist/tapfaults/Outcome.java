package bizops.dist.tapfaults;

/**
 * What came of a run that left the right rows.
 *
 * @param struck whether its fault fired at all
 * @param between whether tap or target was killed between the first and the last commit of a load
 * @param rows how many rows were compared
 */
record Outcome(boolean struck, boolean between, int rows) {}
