package bizops.cli.store;

import bizops.cli.store.AuditEntry.Figures;
import bizops.singer.warehouse.Migrations;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What audits found. Stateless. */
public final class AuditTable {
    private static final int WITH_AUDITS = 5;
    private static final String NOTE = "INSERT INTO bizops.audit (audit_id, environment, tap, stream, method, verdict,"
            + " reason, vendor_rows, our_rows, changed_rows, newest_vendor, newest_ours, sums, differences)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)";
    private static final String NEWEST =
            "SELECT audit_id, environment, tap, stream, asked_at, verdict, reason, vendor_rows,"
                    + " our_rows, differences FROM bizops.audit WHERE audit_id IN (SELECT audit_id FROM bizops.audit"
                    + " GROUP BY audit_id HAVING NOT ? OR bool_or(verdict = 'DIFF') ORDER BY min(asked_at) DESC LIMIT ?)"
                    + " AND (NOT ? OR verdict = 'DIFF') ORDER BY asked_at DESC, tap, stream";

    private AuditTable() {}

    /**
     * A stream of an earlier audit. Immutable.
     *
     * @param text the reason or the differences; empty where all is well
     * @param vendorRows empty where nothing was compared, as {@code ourRows}
     */
    public record Line(
            String auditId,
            String environment,
            String tap,
            String stream,
            Instant askedAt,
            String verdict,
            String text,
            Optional<Long> vendorRows,
            Optional<Long> ourRows) {}

    /** Keeps what was found of a stream. */
    public static void note(Store store, String auditId, String environment, AuditEntry entry) {
        boolean unused = store.ask(open -> {
            try (PreparedStatement insert = open.prepareStatement(NOTE)) {
                insert.setString(1, auditId);
                insert.setString(2, environment);
                insert.setString(3, entry.tap());
                insert.setString(4, entry.stream());
                insert.setString(5, entry.method());
                insert.setString(6, entry.verdict().name());
                insert.setString(7, entry.reason().isEmpty() ? null : entry.reason());
                figures(insert, entry.figures());
                insert.setArray(
                        14,
                        entry.differences().isEmpty()
                                ? null
                                : open.createArrayOf("text", entry.differences().toArray()));
                return insert.executeUpdate() > 0;
            }
        });
    }

    /** The streams of the newest audits, the newest first; with {@code differingOnly} those that differed. */
    public static List<Line> newest(Store store, boolean differingOnly, int audits) {
        return store.ask(open -> {
            List<Line> lines = new ArrayList<>();
            if (!hasAudits(open)) {
                return lines;
            }
            try (PreparedStatement query = open.prepareStatement(NEWEST)) {
                query.setBoolean(1, differingOnly);
                query.setInt(2, audits);
                query.setBoolean(3, differingOnly);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        lines.add(line(row));
                    }
                }
            }
            return lines;
        });
    }

    private static void figures(PreparedStatement insert, Optional<Figures> figures) throws SQLException {
        insert.setObject(8, figures.map(Figures::vendorRows).orElse(null));
        insert.setObject(9, figures.map(Figures::ourRows).orElse(null));
        insert.setObject(10, figures.map(Figures::changed).orElse(null));
        insert.setObject(11, at(figures.flatMap(Figures::newestVendor)));
        insert.setObject(12, at(figures.flatMap(Figures::newestOurs)));
        insert.setString(13, figures.map(AuditTable::sums).orElse(null));
    }

    private static @Nullable OffsetDateTime at(Optional<Instant> moment) {
        return moment.map(one -> one.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    private static String sums(Figures figures) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        figures.sums()
                .forEach((field, sum) -> json.putObject(field)
                        .put("vendor", sum.vendor().toPlainString())
                        .put("ours", sum.ours().toPlainString()));
        return json.toString();
    }

    private static Line line(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        List<String> texts = new ArrayList<>(reason == null ? List.of() : List.of(reason));
        if (row.getArray("differences") != null) {
            texts.addAll(Arrays.asList((String[]) row.getArray("differences").getArray()));
        }
        return new Line(
                row.getString("audit_id"),
                row.getString("environment"),
                row.getString("tap"),
                row.getString("stream"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("verdict"),
                String.join("; ", texts),
                Optional.ofNullable(row.getObject("vendor_rows", Long.class)),
                Optional.ofNullable(row.getObject("our_rows", Long.class)));
    }

    static boolean hasAudits(Connection open) throws SQLException {
        return Migrations.knownVersion(open) >= WITH_AUDITS;
    }
}
