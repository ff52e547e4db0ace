package bizops.target.load;

import bizops.singer.warehouse.Checkpoint;
import bizops.target.batch.Batch;
import bizops.target.batch.Step;
import bizops.target.copy.Stamp;
import bizops.target.encode.EncodedRows;
import bizops.target.merge.Merge;
import bizops.target.merge.Versions;
import bizops.target.table.Metadata;
import bizops.target.table.StreamShape;
import bizops.target.table.TableName;
import bizops.target.table.TablePlan;
import bizops.target.table.TablePlanner;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes one batch within the caller's transaction: locks the tables in sorted order, runs the steps in theirs, and
 * notes a checkpoint for each table. Can be run again for the same batch after a rollback. Owned by the writing thread.
 */
final class BatchLoader {
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('bizops:table:' || ?, 0))";

    private final LoadSettings settings;
    private final Tables tables;
    private final Numbers numbers;
    private String at = "";

    BatchLoader(LoadSettings settings, Numbers numbers) {
        this.settings = settings;
        this.tables = new Tables(new TablePlanner(settings.nameCase()));
        this.numbers = numbers;
    }

    /** What is known of the tables may not hold any more. */
    void forgetTables() {
        tables.forget();
    }

    /** The stream that was being written last, for errors. */
    String at() {
        return at;
    }

    void load(Connection connection, Batch batch) throws SQLException {
        at = "";
        Set<TableName> locked = new TreeSet<>();
        batch.steps().forEach(step -> locked.add(step.shape().table()));
        for (TableName table : locked) {
            lock(connection, table);
        }
        long next = numbers.takeBlock(connection);
        Map<TableName, Written> written = new TreeMap<>();
        for (Step step : batch.steps()) {
            at = "stream \"" + step.shape().stream() + "\"";
            next = run(connection, batch, step, next, written);
        }
        for (Map.Entry<TableName, Written> one : written.entrySet()) {
            TableName table = one.getKey();
            Written range = one.getValue();
            numbers.write(
                    connection,
                    new Checkpoint(
                            table.schema(),
                            table.table(),
                            range.least,
                            range.greatest,
                            range.rewrite,
                            settings.runId()));
        }
    }

    private long run(Connection connection, Batch batch, Step step, long next, Map<TableName, Written> written)
            throws SQLException {
        StreamShape shape = step.shape();
        TablePlan plan = tables.bring(connection, shape, metadata(step));
        if (plan.rewrites()) {
            written.computeIfAbsent(shape.table(), table -> new Written(next)).rewrite = true;
        }
        if (step instanceof Step.Load load) {
            EncodedRows rows = load.rows();
            Merge.load(connection, plan, rows, new Stamp(batch.startedAt(), settings.startedAt(), next));
            written.computeIfAbsent(shape.table(), table -> new Written(next)).upTo(next + rows.count() - 1);
            return next + rows.count();
        }
        if (step instanceof Step.Activate activate) {
            Versions.Result result =
                    Versions.activate(connection, plan, activate.version(), activate.loaded(), numbers.perRow(next));
            if (result.rows() > 0) {
                Written range = written.computeIfAbsent(shape.table(), table -> new Written(result.least()));
                range.upTo(result.greatest());
                // The last marked row's number begins a block that is ours: what follows in this batch comes after it.
                return Math.max(next, result.greatest() + 1);
            }
        }
        return next;
    }

    private Set<Metadata> metadata(Step step) {
        if (settings.metadata()) {
            return EnumSet.allOf(Metadata.class);
        }
        Set<Metadata> needed = EnumSet.noneOf(Metadata.class);
        boolean activates = step instanceof Step.Activate;
        if (activates || (step instanceof Step.Load load && load.rows().hasVersions())) {
            needed.add(Metadata.TABLE_VERSION);
        }
        if (activates || (step instanceof Step.Load load && load.rows().hasDeleteMarks())) {
            needed.add(Metadata.DELETED_AT);
        }
        return needed;
    }

    private static void lock(Connection connection, TableName table) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, table.quoted());
            lock.execute();
        }
    }

    /** The numbers that a table got, and whether it must be read in full. */
    private static final class Written {
        private final long least;
        private long greatest;
        private boolean rewrite;

        Written(long least) {
            this.least = least;
            this.greatest = least;
        }

        void upTo(long last) {
            greatest = Math.max(greatest, last);
        }
    }
}
