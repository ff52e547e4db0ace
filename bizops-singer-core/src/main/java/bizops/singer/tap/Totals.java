package bizops.singer.tap;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a source counted. Immutable.
 *
 * @param rows that live
 * @param sums of number fields, with every digit; rows without a value count as nothing, and a sum over none is 0
 * @param newest the greatest replication key among them; empty where there is none
 */
public record Totals(long rows, Map<String, BigDecimal> sums, Optional<Instant> newest) {
    public Totals {
        sums = Collections.unmodifiableMap(new LinkedHashMap<>(sums));
    }
}
