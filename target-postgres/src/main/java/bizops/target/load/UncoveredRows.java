package bizops.target.load;

import bizops.singer.warehouse.Checkpoint;
import bizops.singer.warehouse.UncoveredRange;
import bizops.singer.warehouse.UncoveredRanges;
import bizops.singer.warehouse.Warehouse;
import bizops.target.table.Identifier;
import bizops.target.table.Metadata;
import bizops.target.table.TableName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rows that an earlier run committed after its last STATE: removed before they come again. */
final class UncoveredRows {
    private static final Logger LOG = LoggerFactory.getLogger(UncoveredRows.class);
    private static final String COLUMN = Metadata.SEQUENCE.column();
    private static final String EXISTS = "SELECT FROM pg_catalog.pg_attribute AS a"
            + " JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid"
            + " JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace"
            + " WHERE n.nspname = ? AND c.relname = ? AND a.attname = ? AND NOT a.attisdropped";

    private UncoveredRows() {}

    /** Removes the rows and the notes of them, in the caller's transaction; tables are taken in sorted order. */
    static void remove(Connection connection, String stateId, List<UncoveredRange> ranges, String runId)
            throws SQLException {
        Map<TableName, List<UncoveredRange>> tables = new TreeMap<>();
        for (UncoveredRange range : ranges) {
            tables.computeIfAbsent(new TableName(range.schema(), range.table()), table -> new ArrayList<>())
                    .add(range);
        }
        TableLock.take(connection, tables.keySet());
        for (Map.Entry<TableName, List<UncoveredRange>> one : tables.entrySet()) {
            if (exists(connection, one.getKey())) {
                remove(connection, one.getKey(), one.getValue(), runId);
            }
        }
        UncoveredRanges.clear(connection, stateId);
    }

    private static void remove(Connection connection, TableName table, List<UncoveredRange> ranges, String runId)
            throws SQLException {
        Array least = array(connection, ranges, UncoveredRange::leastSequence);
        Array greatest = array(connection, ranges, UncoveredRange::greatestSequence);
        String sql = "DELETE FROM " + table.quoted() + " WHERE EXISTS (SELECT FROM unnest(?, ?) AS r (least, greatest)"
                + " WHERE " + Identifier.quote(COLUMN) + " BETWEEN r.least AND r.greatest)";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setArray(1, least);
            delete.setArray(2, greatest);
            long removed = delete.executeLargeUpdate();
            LOG.info("{}: removed {} rows that no STATE covered; the tap sends them again", table, removed);
        }
        Warehouse.write(
                connection,
                new Checkpoint(
                        table.schema(),
                        table.table(),
                        ranges.get(0).leastSequence(),
                        ranges.get(ranges.size() - 1).greatestSequence(),
                        true,
                        runId));
    }

    /** Somebody may have dropped or remade the table since. */
    private static boolean exists(Connection connection, TableName table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(EXISTS)) {
            query.setString(1, table.schema());
            query.setString(2, table.table());
            query.setString(3, COLUMN);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private static Array array(Connection connection, List<UncoveredRange> ranges, ToLongFunction<UncoveredRange> end)
            throws SQLException {
        return connection.createArrayOf(
                "bigint", ranges.stream().map(end::applyAsLong).toArray());
    }
}
