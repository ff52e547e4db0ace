package bizops.target.batch;

import bizops.target.encode.EncodedRows;
import bizops.target.table.StreamShape;
import bizops.target.table.TableName;
import java.util.List;

/** One thing that a batch does to one table; the steps of a batch run in their order. */
public sealed interface Step {
    /** The stream's table as the step needs it. */
    StreamShape shape();

    /** Makes sure that the table is there and has the columns: for a SCHEMA, whether rows come or not. */
    record Prepare(StreamShape shape) implements Step {}

    /** Loads rows. */
    record Load(EncodedRows rows) implements Step {
        @Override
        public StreamShape shape() {
            return rows.shape();
        }
    }

    /**
     * Ends an overwrite: the table's rows for those that were staged.
     *
     * @param shape the staging table's
     * @param table what is overwritten
     */
    record Replace(StreamShape shape, TableName table) implements Step {}

    /**
     * Marks or removes the rows that a full load did not bring.
     *
     * @param version the load's version
     * @param loaded whether this run loaded a row of that version
     */
    record Activate(StreamShape shape, long version, boolean loaded) implements Step {}

    /**
     * Takes records out of the table of rejected ones, because the batch loads them.
     *
     * @param shape that table's
     * @param ids of its rows; grows while the batch is filled
     */
    record Settle(StreamShape shape, List<String> ids) implements Step {}
}
