package bizops.cli.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an audit found of one stream. Immutable.
 *
 * @param stream empty where the tap as a whole could not be asked
 * @param method {@code count} or {@code records}
 * @param reason why it is skipped; empty for other verdicts
 * @param figures empty where nothing was compared
 * @param differences a line each; empty unless the verdict is DIFF
 */
public record AuditEntry(
        String tap,
        String stream,
        String method,
        Verdict verdict,
        String reason,
        Optional<Figures> figures,
        List<String> differences) {
    public AuditEntry {
        differences = List.copyOf(differences);
    }

    /** What came of a comparison. */
    public enum Verdict {
        OK,
        DIFF,
        SKIP
    }

    /**
     * What was compared. Immutable.
     *
     * @param vendorRows that have not changed since the load
     * @param changed keys that have, and are compared on neither side
     * @param sums by field
     */
    public record Figures(
            long vendorRows,
            long ourRows,
            long changed,
            Optional<Instant> newestVendor,
            Optional<Instant> newestOurs,
            Map<String, Sum> sums) {
        public Figures {
            sums = Collections.unmodifiableMap(new LinkedHashMap<>(sums));
        }
    }

    /** Both sums of a field; over no rows they are 0. Immutable. */
    public record Sum(BigDecimal vendor, BigDecimal ours) {}

    /** A stream that could not be compared. */
    public static AuditEntry skip(String tap, String stream, String method, String reason) {
        return new AuditEntry(tap, stream, method, Verdict.SKIP, reason, Optional.empty(), List.of());
    }

    /** As people name it. */
    public String name() {
        return stream.isEmpty() ? tap : tap + "." + stream;
    }
}
