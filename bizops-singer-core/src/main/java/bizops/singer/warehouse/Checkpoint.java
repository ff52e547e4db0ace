package bizops.singer.warehouse;

/**
 * What one commit did to one table. Immutable.
 *
 * @param leastSequence least {@code _sdc_sequence} that the commit may have written
 * @param greatestSequence the greatest one
 * @param rewrite whether rows were removed or the table was rewritten, so that its readers must take it in full
 * @param runId the run that committed
 */
public record Checkpoint(
        String schema, String table, long leastSequence, long greatestSequence, boolean rewrite, String runId) {}
