package bizops.target.copy;

import bizops.target.encode.CopyBytes;
import bizops.target.encode.EncodedRows;
import bizops.target.table.Metadata;
import bizops.target.table.PlannedColumn;
import bizops.target.table.TablePlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Gets encoded rows to the server: straight into a table, or into a temporary one that ends with the transaction. */
public final class Copy {
    /** Names of the temporary tables; a batch drops and makes them again for each step. */
    public static final String ROWS = "pg_temp.bizops_rows";

    public static final String PARTS = "pg_temp.bizops_parts";
    /** In the parts: which fields each has, and how many rows came before it. */
    public static final String PRESENCE = "presence";

    public static final String ROWS_BEFORE = "rows_before";

    private static final List<Metadata> WITH_ROW =
            List.of(Metadata.EXTRACTED_AT, Metadata.RECEIVED_AT, Metadata.DELETED_AT, Metadata.TABLE_VERSION);
    private static final List<Metadata> WITH_STAMP =
            List.of(Metadata.BATCHED_AT, Metadata.SYNC_STARTED_AT, Metadata.SEQUENCE);

    private Copy() {}

    /** Appends the rows to the table itself, which must take them as they are encoded. */
    public static void intoTable(Connection connection, TablePlan plan, EncodedRows rows, Stamp stamp)
            throws SQLException {
        List<String> columns = new ArrayList<>();
        plan.columns().stream().filter(column -> column.data()).forEach(column -> columns.add(column.quoted()));
        WITH_ROW.forEach(one -> columns.add(one.column()));
        WITH_STAMP.forEach(one -> columns.add(one.column()));
        send(connection, plan.table().quoted(), columns, rows.rows(), stamp, stamp.firstSequence());
    }

    /** Puts the rows into {@link #ROWS}. */
    public static void intoRows(Connection connection, TablePlan plan, EncodedRows rows, Stamp stamp)
            throws SQLException {
        create(connection, ROWS, columns(plan, false));
        send(connection, ROWS, List.of(), rows.rows(), stamp, stamp.firstSequence());
    }

    /** Puts the records of which only some fields count into {@link #PARTS}, their numbers after those of the rows. */
    public static void intoParts(Connection connection, TablePlan plan, EncodedRows rows, Stamp stamp)
            throws SQLException {
        create(connection, PARTS, columns(plan, true));
        long first = stamp.firstSequence() + rows.rows().rows();
        send(connection, PARTS, List.of(), rows.parts(), stamp, first);
    }

    /** Drops both, for the next step of the same transaction. */
    public static void drop(Connection connection) throws SQLException {
        execute(connection, "DROP TABLE IF EXISTS " + ROWS + ", " + PARTS);
    }

    private static List<String> columns(TablePlan plan, boolean ofParts) {
        List<String> columns = new ArrayList<>();
        plan.columns().stream()
                .filter(PlannedColumn::data)
                .forEach(column ->
                        columns.add(column.temporary() + " " + column.encoded().sql()));
        WITH_ROW.forEach(one -> columns.add(temporary(one)));
        if (ofParts) {
            columns.add(PRESENCE + " text");
            columns.add(ROWS_BEFORE + " bigint");
        }
        WITH_STAMP.forEach(one -> columns.add(temporary(one)));
        return columns;
    }

    private static String temporary(Metadata one) {
        return one.column() + " " + one.type().sql();
    }

    private static void create(Connection connection, String table, List<String> columns) throws SQLException {
        String local = table.substring(table.indexOf('.') + 1);
        execute(connection, "CREATE TEMP TABLE " + local + " (" + String.join(", ", columns) + ") ON COMMIT DROP");
    }

    private static void send(
            Connection connection, String table, List<String> columns, CopyBytes rows, Stamp stamp, long first)
            throws SQLException {
        String list = columns.isEmpty() ? "" : columns.stream().collect(Collectors.joining(", ", " (", ")"));
        long taken = CopySender.send(
                connection,
                "COPY " + table + list + " FROM STDIN",
                rows,
                new RowNumbers(stamp.batchedAt(), stamp.syncStartedAt(), first));
        if (taken != rows.rows()) {
            throw new IllegalStateException("sent " + rows.rows() + " rows, the server counted " + taken);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
