package bizops.target.load;

import bizops.target.table.NameCase;

/**
 * What the tables are to look like. Immutable.
 *
 * @param metadata whether rows carry all metadata columns
 * @param runId names this run in checkpoints
 * @param startedAt of the run, in milliseconds since 1970
 */
public record LoadSettings(boolean metadata, NameCase nameCase, String runId, long startedAt) {}
