package bizops.target.merge;

import bizops.target.table.Identifier;
import bizops.target.table.Metadata;
import bizops.target.table.TablePlan;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** ACTIVATE_VERSION: what a full load did not bring again is marked deleted, never removed here. */
public final class Versions {
    private static final Logger LOG = LoggerFactory.getLogger(Versions.class);
    private static final String VERSION = Identifier.quote(Metadata.TABLE_VERSION.column());
    private static final String DELETED_AT = Identifier.quote(Metadata.DELETED_AT.column());
    private static final String SEQUENCE = Identifier.quote(Metadata.SEQUENCE.column());

    private Versions() {}

    /**
     * What a statement marked.
     *
     * @param least least number given to a marked row; 0 if none was
     */
    public record Result(long rows, long least, long greatest) {}

    /**
     * Marks the rows of older versions. A version older than one in the table changes nothing.
     *
     * @param loaded whether this run loaded a row of the version; if not, rows without a version are left alone
     * @param number SQL that gives a marked row its new number
     */
    public static Result activate(Connection connection, TablePlan plan, long version, boolean loaded, String number)
            throws SQLException {
        String table = plan.table().quoted();
        try (Statement statement = connection.createStatement()) {
            if (isOutdated(statement, table, version)) {
                LOG.warn(
                        "table {}: ACTIVATE_VERSION {} is older than rows of the table and is ignored",
                        plan.table(),
                        version);
                return new Result(0, 0, 0);
            }
            String old = "(" + VERSION + " < " + version + (loaded ? " OR " + VERSION + " IS NULL" : "") + ") AND "
                    + DELETED_AT + " IS NULL";
            boolean numbered = plan.columns().stream()
                    .anyMatch(column -> !column.data() && column.name().equals(Metadata.SEQUENCE.column()));
            String set = DELETED_AT + " = now()" + (numbered ? ", " + SEQUENCE + " = x.number" : "");
            Result result = mark(
                    statement,
                    "WITH marked AS (UPDATE " + table + " AS t SET " + set + " FROM (SELECT ctid AS place, " + number
                            + " AS number FROM " + table + " WHERE " + old
                            + ") AS x WHERE t.ctid = x.place RETURNING x.number) SELECT count(*),"
                            + " coalesce(min(number), 0), coalesce(max(number), 0) FROM marked");
            LOG.info("table {}: version {} is active, {} rows marked deleted", plan.table(), version, result.rows());
            return result;
        }
    }

    private static boolean isOutdated(Statement statement, String table, long version) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "SELECT coalesce(max(" + VERSION + ") > " + version + ", false) FROM " + table)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static Result mark(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return new Result(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }
}
