package bizops.target;

import bizops.singer.error.InputException;
import bizops.target.batch.Batch;
import bizops.target.batch.Exchange;
import bizops.target.batch.Step;
import bizops.target.connect.Database;
import bizops.target.connect.Failures;
import bizops.target.reject.RejectedRows;
import bizops.target.reject.RejectedTable;
import bizops.target.reject.ReplayedRecord;
import bizops.target.table.StreamShape;
import bizops.target.table.TableName;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Records that were rejected before: each leaves their table in the transaction that loads it. */
final class ReplaySource implements Source {
    private final Database database;
    private final TableName table;
    private final StreamShape rejected;
    private @Nullable Batch batch;
    private Step.Settle settle;

    ReplaySource(Database database, TableName table) {
        this.database = database;
        this.table = table;
        this.rejected = RejectedTable.shape(table);
        this.settle = none();
    }

    @Override
    public boolean read(Exchange exchange, Intake intake) throws IOException {
        try (Connection connection = database.open()) {
            return new RejectedRows(table)
                    .forEach(connection, record -> exchange.<IOException>fill(into -> replay(record, intake, into)));
        } catch (SQLException failed) {
            throw Failures.explain(failed, database, table.toString());
        }
    }

    private void replay(ReplayedRecord record, Intake intake, Batch into) throws IOException {
        if (batch != into) {
            batch = into;
            settle = none();
            into.add(settle);
        }
        try {
            intake.replay(record, settle, into);
        } catch (InputException refused) {
            throw new InputException("rejected record " + record.id() + ": " + refused.getMessage(), refused);
        }
    }

    private Step.Settle none() {
        return new Step.Settle(rejected, new ArrayList<>());
    }
}
