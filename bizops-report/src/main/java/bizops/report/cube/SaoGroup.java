package bizops.report.cube;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Sales accepted opportunities that agree in all that the page groups and filters by. Immutable.
 *
 * @param leadSource null when the opportunity has none
 * @param sourceBucket null when it has none
 * @param generatedSource null when it has none
 * @param channel of the primary campaign; {@link Campaign#UNATTRIBUTED} without one
 */
public record SaoGroup(
        @Nullable String leadSource,
        @Nullable String sourceBucket,
        @Nullable String generatedSource,
        String channel,
        YearMonth month,
        long count,
        BigDecimal iacv) {}
