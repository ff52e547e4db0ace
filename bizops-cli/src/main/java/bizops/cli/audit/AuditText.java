package bizops.cli.audit;

import bizops.cli.store.AuditEntry;
import bizops.cli.store.AuditEntry.Figures;
import bizops.cli.store.AuditTable;
import bizops.singer.report.OneLine;
import bizops.singer.report.Redactor;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What audits found, as lines for people and for programs. Stateless. */
public final class AuditText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private AuditText() {}

    /** A stream as a line. */
    public static String line(AuditEntry entry) {
        String text = switch (entry.verdict()) {
            case OK -> entry.figures().map(AuditText::compared).orElse("");
            case DIFF -> String.join("; ", entry.differences());
            case SKIP -> entry.reason();
        };
        return line(entry.verdict().name(), entry.name(), text);
    }

    /** A stream as a JSON object on one line; what is not known is null. */
    public static String json(String auditId, AuditEntry entry) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("audit", auditId).put("tap", entry.tap());
        json.put("stream", entry.stream().isEmpty() ? null : entry.stream());
        json.put("method", entry.method()).put("verdict", entry.verdict().name());
        json.put("reason", entry.reason().isEmpty() ? null : Redactor.redact(entry.reason()));
        json.put("vendor_rows", entry.figures().map(Figures::vendorRows).orElse(null));
        json.put("our_rows", entry.figures().map(Figures::ourRows).orElse(null));
        json.put("changed_rows", entry.figures().map(Figures::changed).orElse(null));
        json.put(
                "newest_vendor",
                entry.figures()
                        .flatMap(Figures::newestVendor)
                        .map(Instant::toString)
                        .orElse(null));
        json.put(
                "newest_ours",
                entry.figures()
                        .flatMap(Figures::newestOurs)
                        .map(Instant::toString)
                        .orElse(null));
        ObjectNode sums = json.putObject("sums");
        entry.figures()
                .ifPresent(figures -> figures.sums()
                        .forEach((field, sum) -> sums.putObject(field)
                                .put("vendor", sum.vendor().toPlainString())
                                .put("ours", sum.ours().toPlainString())));
        entry.differences().forEach(json.putArray("differences")::add);
        return json.toString();
    }

    /** A stream of an earlier audit as a line. */
    public static String line(AuditTable.Line line) {
        String text = line.text().isEmpty()
                ? line.ourRows().map(rows -> rows + " rows").orElse("")
                : line.text();
        return TIME.format(line.askedAt()) + "  " + line(line.verdict(), name(line), text);
    }

    /** The same as a JSON object on one line. */
    public static String json(AuditTable.Line line) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("audit", line.auditId()).put("environment", line.environment()).put("tap", line.tap());
        json.put("stream", line.stream().isEmpty() ? null : line.stream());
        json.put("asked_at", line.askedAt().toString()).put("verdict", line.verdict());
        json.put("vendor_rows", line.vendorRows().orElse(null));
        json.put("our_rows", line.ourRows().orElse(null));
        json.put("text", line.text().isEmpty() ? null : line.text());
        return json.toString();
    }

    private static String name(AuditTable.Line line) {
        return line.stream().isEmpty() ? line.tap() : line.tap() + "." + line.stream();
    }

    private static String line(String verdict, String name, String text) {
        return OneLine.of(Redactor.redact(String.format(Locale.ROOT, "%-4s  %-32s  %s", verdict, name, text)))
                .stripTrailing();
    }

    private static String compared(Figures figures) {
        String sums = figures.sums().isEmpty() ? "" : ", " + figures.sums().size() + " sums";
        String newest = figures.newestOurs().map(at -> ", newest " + at).orElse("");
        String changed = figures.changed() == 0 ? "" : ", " + figures.changed() + " changed since";
        return figures.ourRows() + " rows" + sums + newest + changed;
    }
}
