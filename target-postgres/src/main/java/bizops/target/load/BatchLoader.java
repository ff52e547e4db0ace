package bizops.target.load;

import bizops.singer.error.LoadException;
import bizops.singer.warehouse.Checkpoint;
import bizops.singer.warehouse.UncoveredRange;
import bizops.singer.warehouse.Warehouse;
import bizops.target.batch.Batch;
import bizops.target.batch.Step;
import bizops.target.connect.Failures;
import bizops.target.copy.Stamp;
import bizops.target.encode.EncodedRows;
import bizops.target.merge.Merge;
import bizops.target.merge.Replacement;
import bizops.target.merge.Straight;
import bizops.target.merge.Versions;
import bizops.target.table.Metadata;
import bizops.target.table.StreamShape;
import bizops.target.table.TableName;
import bizops.target.table.TablePlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one batch within the caller's transaction: locks the tables in sorted order, runs the steps in theirs, and
 * commits it with a checkpoint for each table. Can be run again for the same batch after a rollback. Owned by the
 * writing thread.
 */
final class BatchLoader {
    private static final Logger LOG = LoggerFactory.getLogger(BatchLoader.class);

    private final LoadSettings settings;
    private final Tables tables;
    private final Numbers numbers;
    private final Versions versions;
    private final List<UncoveredRange> uncovered = new ArrayList<>();
    private final Straight straight = new Straight();
    private String at = "";
    private String transaction = "";
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    /** The session that holds what an overwrite has staged. */
    private @Nullable Connection stagedOn;

    BatchLoader(LoadSettings settings, Numbers numbers) {
        this.settings = settings;
        this.tables = new Tables(settings, numbers);
        this.numbers = numbers;
        this.versions = new Versions(settings.removal());
    }

    /** What is known of the tables may not hold any more. */
    void forgetTables() {
        tables.forget();
    }

    /** The stream that was being written last, for errors. */
    String at() {
        return at;
    }

    /** How the {@link #commit} of the batch written last can be asked for. */
    SentCommit outcome() {
        return new SentCommit(transaction, checkpoints.stream().findFirst());
    }

    /** Notes the checkpoints of the batch written last and commits it. */
    void commit(Connection connection) throws SQLException {
        if (checkpoints.isEmpty()) {
            connection.commit();
        } else {
            Warehouse.commit(connection, checkpoints);
        }
    }

    /** The batch written last is known to be committed. */
    void committed() {
        versions.committed();
    }

    /** Rows of the batch written last that come again if the tap goes on from the batch's STATE, or the one before. */
    List<UncoveredRange> uncovered() {
        return uncovered;
    }

    void load(Connection connection, Batch batch) throws SQLException {
        at = "";
        uncovered.clear();
        if (settings.overwrite()) {
            keepsStaged(connection);
        }
        straight.nextBatch();
        versions.begin();
        boolean trying = batch.steps().stream().anyMatch(this::mayTry);
        Opening opening = Opening.run(connection, locked(batch), numbers, trying);
        transaction = opening.transaction();
        try {
            run(connection, batch, opening.first(), trying);
        } catch (SQLException refused) {
            if (!straight.collided(refused)) {
                throw refused;
            }
            LOG.debug("{}: its rows are merged, because {}", at, Failures.words(refused));
            Opening.undo(connection);
            tables.forget();
            versions.begin();
            uncovered.clear();
            run(connection, batch, opening.first(), false);
        }
        stagedOn = settings.overwrite() ? connection : null;
    }

    /** What was staged ended with the session that it was staged in. */
    private void keepsStaged(Connection connection) {
        if (stagedOn != null && stagedOn != connection) {
            throw LoadException.tryLater(
                    "the connection was lost in the middle of an overwrite, and with it the rows that were staged; no"
                            + " table was changed, run again",
                    null);
        }
    }

    private boolean mayTry(Step step) {
        return step instanceof Step.Load && straight.mayTry(step.shape());
    }

    private static Set<TableName> locked(Batch batch) {
        Set<TableName> tables = new TreeSet<>();
        for (Step step : batch.steps()) {
            tables.add(
                    step instanceof Step.Replace replace
                            ? replace.table()
                            : step.shape().table());
        }
        tables.removeIf(TableName::isStaged);
        return tables;
    }

    /** @param trying whether rows may be tried by COPY straight into keyed tables, at the risk of a collision */
    private void run(Connection connection, Batch batch, long first, boolean trying) throws SQLException {
        long next = first;
        Map<TableName, Written> written = new TreeMap<>();
        for (Step step : batch.steps()) {
            at = "stream \"" + step.shape().stream() + "\"";
            next = run(connection, batch, step, next, written, trying);
        }
        checkpoints.clear();
        written.forEach((table, range) -> {
            if (numbers.hasCheckpoints() && !table.isStaged()) {
                checkpoints.add(range.checkpoint(table, settings.runId()));
            }
        });
    }

    private long run(
            Connection connection, Batch batch, Step step, long next, Map<TableName, Written> written, boolean trying)
            throws SQLException {
        StreamShape shape = step.shape();
        TablePlan plan = tables.bring(connection, shape, metadata(step));
        if (plan.rewrites()) {
            written.computeIfAbsent(shape.table(), table -> new Written(next)).rewrite = true;
        }
        if (step instanceof Step.Settle settle) {
            Settlement.run(connection, settle);
        }
        if (step instanceof Step.Load load && load.rows().count() > 0) {
            EncodedRows rows = load.rows();
            Stamp stamp = new Stamp(batch.startedAt(), settings.startedAt(), next);
            long removed = merge(connection, plan, rows, stamp, trying);
            Written range = written.computeIfAbsent(shape.table(), table -> new Written(next));
            range.upTo(next + rows.count() - 1);
            range.rewrite |= removed > 0;
            note(shape, next + rows.count() - 1, batch.uncovered(load));
            return next + rows.count();
        }
        if (step instanceof Step.Activate activate) {
            Versions.Result result =
                    versions.activate(connection, plan, activate.version(), activate.loaded(), numbers.perRow(next));
            if (result.removed() > 0) {
                written.computeIfAbsent(shape.table(), table -> new Written(next)).rewrite = true;
            }
            if (result.marked() > 0) {
                Written range = written.computeIfAbsent(shape.table(), table -> new Written(result.least()));
                range.upTo(result.greatest());
                // The last marked row's number begins a block that is ours: what follows in this batch comes after it.
                return Math.max(next, result.greatest() + 1);
            }
        }
        if (step instanceof Step.Replace replace) {
            replace(connection, replace, plan);
            written.computeIfAbsent(replace.table(), table -> new Written(next)).rewrite = true;
        }
        return next;
    }

    /** Keyed rows may come again, and staged ones are of this run only. */
    private void note(StreamShape shape, long last, int rows) {
        TableName table = shape.table();
        if (rows > 0 && appends(shape) && !table.isStaged()) {
            uncovered.add(new UncoveredRange(table.schema(), table.table(), last - rows + 1, last, settings.runId()));
        }
    }

    private boolean appends(StreamShape shape) {
        return settings.state().isPresent() && shape.keys().isEmpty();
    }

    private long merge(Connection connection, TablePlan plan, EncodedRows rows, Stamp stamp, boolean trying)
            throws SQLException {
        try {
            boolean tries = trying && straight.tries(connection, plan, rows);
            long removed = Merge.load(
                    connection, plan, rows, stamp, tries, settings.removal().hard());
            straight.done();
            return removed;
        } catch (SQLException refused) {
            if (!Failures.isBadValue(refused) || plan.foreignColumns().isEmpty()) {
                throw refused;
            }
            throw LoadException.permanent(
                    at + ": a value does not fit a column of " + plan.table() + ", which keeps its types ("
                            + plan.foreignColumns() + "): " + Failures.words(refused)
                            + "; correct the value, or give the column the type text or jsonb",
                    refused);
        }
    }

    private void replace(Connection connection, Step.Replace replace, TablePlan staged) throws SQLException {
        Set<Metadata> metadata = EnumSet.noneOf(Metadata.class);
        for (Metadata one : Metadata.values()) {
            if (staged.columns().stream().anyMatch(column -> column.name().equals(one.column()))) {
                metadata.add(one);
            }
        }
        TablePlan plan = tables.bring(connection, replace.shape().in(replace.table()), metadata);
        long rows = Replacement.run(connection, staged, plan);
        LOG.info("stream \"{}\": {} now has {} rows, all of this run", replace.shape().stream(), plan.table(), rows);
    }

    private Set<Metadata> metadata(Step step) {
        if (settings.metadata()) {
            return EnumSet.allOf(Metadata.class);
        }
        Set<Metadata> needed = EnumSet.noneOf(Metadata.class);
        boolean activates = step instanceof Step.Activate;
        boolean marks = activates && !settings.removal().hard();
        if (activates || (step instanceof Step.Load load && load.rows().hasVersions())) {
            needed.add(Metadata.TABLE_VERSION);
        }
        if (marks
                || (step instanceof Step.Load load
                        && load.rows().hasDeleteMarks()
                        && !settings.removal().hard())) {
            needed.add(Metadata.DELETED_AT);
        }
        if (appends(step.shape())) {
            needed.add(Metadata.SEQUENCE);
        }
        return needed;
    }

    /** The numbers that a table got, and whether it must be read in full. */
    private static final class Written {
        private final long least;
        private long greatest;
        private boolean rewrite;

        Checkpoint checkpoint(TableName table, String runId) {
            return new Checkpoint(table.schema(), table.table(), least, greatest, rewrite, runId);
        }

        Written(long least) {
            this.least = least;
            this.greatest = least;
        }

        void upTo(long last) {
            greatest = Math.max(greatest, last);
        }
    }
}
