package bizops.singer.warehouse;

/**
 * Rows of one table that are committed and not covered by the stored state. Immutable.
 *
 * @param leastSequence least {@code _sdc_sequence} of the rows
 * @param greatestSequence the greatest one; no other rows have a number in between
 * @param runId the run that committed them
 */
public record UncoveredRange(String schema, String table, long leastSequence, long greatestSequence, String runId) {
    /** How many rows were committed. */
    public long rows() {
        return greatestSequence - leastSequence + 1;
    }
}
