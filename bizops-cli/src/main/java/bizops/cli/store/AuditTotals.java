package bizops.cli.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Rows counted and summed. Immutable.
 *
 * @param sums by field; 0 over no rows
 * @param newest the greatest replication key, where it is a point in time
 */
public record AuditTotals(long rows, Map<String, BigDecimal> sums, Optional<Instant> newest) {
    public AuditTotals {
        sums = Collections.unmodifiableMap(new LinkedHashMap<>(sums));
    }
}
