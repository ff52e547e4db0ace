package bizops.cli.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a source named or sent of its streams, in a table of this session alone, so that memory does not bound it. Owned by
 * one thread; {@link #finish} ends the filling.
 */
public final class AuditRows {
    private static final int BATCH = 1000;
    private static final String MAKE = "CREATE TEMPORARY TABLE IF NOT EXISTS audited_row (stream text NOT NULL,"
            + " number bigint NOT NULL, key jsonb NOT NULL, place text NOT NULL, numbers jsonb NOT NULL, stamp timestamptz)";
    private static final String INSERT = "INSERT INTO audited_row SELECT ?, u.number, u.key::jsonb, u.place,"
            + " u.numbers::jsonb, u.stamp FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])"
            + " AS u (number, key, place, numbers, stamp)";

    private final Store store;
    private final List<AuditedRow> waiting = new ArrayList<>();
    private String stream = "";
    private long number;

    private AuditRows(Store store) {
        this.store = store;
    }

    /** An empty table. */
    public static AuditRows begin(Store store) {
        execute(store, MAKE);
        execute(store, "TRUNCATE pg_temp.audited_row");
        return new AuditRows(store);
    }

    /** Adds a row; of two with one key the later counts. */
    public void add(String toStream, AuditedRow row) {
        if (!toStream.equals(stream) || waiting.size() >= BATCH) {
            flush();
            stream = toStream;
        }
        waiting.add(row);
    }

    /** All rows are there. */
    public void finish() {
        flush();
        execute(store, "ANALYZE pg_temp.audited_row");
    }

    private void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        List<AuditedRow> rows = List.copyOf(waiting);
        waiting.clear();
        int inserted = store.ask(open -> {
            try (PreparedStatement insert = open.prepareStatement(INSERT)) {
                insert.setString(1, stream);
                insert.setArray(2, open.createArrayOf("bigint", numbers(rows.size())));
                insert.setArray(3, open.createArrayOf("text", each(rows, AuditedRow::key)));
                insert.setArray(
                        4,
                        open.createArrayOf("text", each(rows, row -> row.place().name())));
                insert.setArray(5, open.createArrayOf("text", each(rows, AuditedRow::numbers)));
                insert.setArray(
                        6,
                        open.createArrayOf(
                                "text",
                                each(
                                        rows,
                                        row -> row.stamp().map(Object::toString).orElse(null))));
                return insert.executeUpdate();
            }
        });
        if (inserted != rows.size()) {
            throw new IllegalStateException(inserted + " of " + rows.size() + " rows were taken");
        }
    }

    private Object[] numbers(int count) {
        Object[] numbers = new Object[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = number++;
        }
        return numbers;
    }

    private static Object[] each(List<AuditedRow> rows, Function<AuditedRow, @Nullable String> of) {
        return rows.stream().map(of).toArray();
    }

    private static void execute(Store store, String sql) {
        boolean unused = store.ask(open -> executed(open.createStatement(), sql));
    }

    private static boolean executed(Statement statement, String sql) throws SQLException {
        try (statement) {
            return statement.execute(sql);
        }
    }
}
