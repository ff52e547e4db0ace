package bizops.target.load;

import bizops.target.merge.Removal;
import bizops.target.table.TableRules;
import java.util.Optional;

/**
 * What the tables are to look like. Immutable.
 *
 * @param metadata whether rows carry all metadata columns
 * @param overwrite whether the rows of a run replace those of the tables, all at its end
 * @param removal what becomes of a row that its source has deleted
 * @param state where the state is kept in the database, if it is
 * @param runId names this run in checkpoints
 * @param startedAt of the run, in milliseconds since 1970
 */
public record LoadSettings(
        boolean metadata,
        boolean overwrite,
        TableRules tables,
        Removal removal,
        Optional<StateSettings> state,
        String runId,
        long startedAt) {
    /** The same, with no state kept. */
    public LoadSettings withoutState() {
        return new LoadSettings(metadata, overwrite, tables, removal, Optional.empty(), runId, startedAt);
    }
}
