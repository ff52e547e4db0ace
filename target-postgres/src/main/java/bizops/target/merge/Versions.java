package bizops.target.merge;

import bizops.singer.error.LoadException;
import bizops.target.table.Identifier;
import bizops.target.table.Metadata;
import bizops.target.table.TableName;
import bizops.target.table.TablePlan;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ACTIVATE_VERSION: what a full load did not bring again is marked deleted, or removed. Rows of the version itself or of a
 * newer one are never touched. Owned by the writing thread.
 */
public final class Versions {
    private static final Logger LOG = LoggerFactory.getLogger(Versions.class);
    private static final String VERSION = Identifier.quote(Metadata.TABLE_VERSION.column());
    private static final String DELETED_AT = Identifier.quote(Metadata.DELETED_AT.column());
    private static final String SEQUENCE = Identifier.quote(Metadata.SEQUENCE.column());

    private final Removal removal;
    /** The highest version that this run activated: of a table whose rows are all gone nothing else tells. */
    private final Map<TableName, Long> highest = new HashMap<>();
    /** Those of the batch being written, which may be rolled back and written again. */
    private final Map<TableName, Long> pending = new HashMap<>();

    public Versions(Removal removal) {
        this.removal = removal;
    }

    /**
     * What became of rows.
     *
     * @param marked how many were marked, with numbers from {@code least} to {@code greatest}
     * @param removed how many are gone
     */
    public record Result(long marked, long least, long greatest, long removed) {
        static final Result NOTHING = new Result(0, 0, 0, 0);
    }

    /** A batch begins, or begins again after a rollback. */
    public void begin() {
        pending.clear();
    }

    /** The batch is committed. */
    public void committed() {
        highest.putAll(pending);
        pending.clear();
    }

    /**
     * Marks or removes the rows of older versions. A version older than one in the table, or than one that was activated,
     * changes nothing.
     *
     * @param loaded whether this run loaded a row of the version; if not, rows without a version are left alone, unless
     *     every row may be removed
     * @param number SQL that gives a marked row its new number
     * @throws LoadException if every row that has a version would be removed though the run brought none of the new one,
     *     unless allowed
     */
    public Result activate(Connection connection, TablePlan plan, long version, boolean loaded, String number)
            throws SQLException {
        String table = plan.table().quoted();
        String newer = "SELECT EXISTS (SELECT FROM " + table + " WHERE " + VERSION + " > ?)";
        long before = pending.getOrDefault(plan.table(), highest.getOrDefault(plan.table(), version));
        if (before > version || isTrue(connection, newer, version)) {
            LOG.warn(
                    "table {}: ACTIVATE_VERSION {} is older than what the table holds and is ignored",
                    plan.table(),
                    version);
            return Result.NOTHING;
        }
        pending.put(plan.table(), version);
        String none = "SELECT NOT EXISTS (SELECT FROM " + table + " WHERE " + VERSION + " >= ?)";
        boolean empties = removal.hard() && !loaded && isTrue(connection, none, version);
        boolean withoutVersion = loaded || (empties && removal.allowEmpty());
        String old = "(" + VERSION + " < ?" + (withoutVersion ? " OR " + VERSION + " IS NULL" : "") + ")";
        Result result = removal.hard()
                ? remove(connection, plan.table(), version, empties, old)
                : mark(connection, plan, version, old, number);
        LOG.info(
                "table {}: version {} is active, {} rows {}",
                plan.table(),
                version,
                result.marked() + result.removed(),
                removal.hard() ? "removed" : "marked deleted");
        return result;
    }

    private Result remove(Connection connection, TableName table, long version, boolean empties, String old)
            throws SQLException {
        String any = "SELECT EXISTS (SELECT FROM " + table.quoted() + " WHERE " + old + ")";
        if (empties && !removal.allowEmpty() && isTrue(connection, any, version)) {
            throw LoadException.permanent(
                    "table " + table + ": ACTIVATE_VERSION " + version
                            + " would remove every row that has a version, and this"
                            + " run brought none of that version; if the source is empty, set allow_empty_activation to true",
                    null);
        }
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM " + table.quoted() + " WHERE " + old)) {
            delete.setLong(1, version);
            return new Result(0, 0, 0, delete.executeLargeUpdate());
        }
    }

    private static Result mark(Connection connection, TablePlan plan, long version, String old, String number)
            throws SQLException {
        String table = plan.table().quoted();
        boolean numbered = plan.columns().stream()
                .anyMatch(column -> !column.data() && column.name().equals(Metadata.SEQUENCE.column()));
        String now = plan.columns().stream()
                .filter(column -> column.name().equals(Metadata.DELETED_AT.column()))
                .map(column -> column.converted("now()"))
                .findFirst()
                .orElse("now()");
        String set = DELETED_AT + " = " + now + (numbered ? ", " + SEQUENCE + " = x.number" : "");
        String sql = "WITH marked AS (UPDATE " + table + " AS t SET " + set + " FROM (SELECT ctid AS place, " + number
                + " AS number FROM " + table + " WHERE " + old + " AND " + DELETED_AT
                + " IS NULL) AS x WHERE t.ctid = x.place RETURNING x.number) SELECT count(*),"
                + " coalesce(min(number), 0), coalesce(max(number), 0) FROM marked";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, version);
            try (ResultSet row = update.executeQuery()) {
                row.next();
                return new Result(row.getLong(1), row.getLong(2), row.getLong(3), 0);
            }
        }
    }

    private static boolean isTrue(Connection connection, String sql, long version) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, version);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
