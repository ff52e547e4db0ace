package bizops.report.source;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a measure should be. Immutable.
 *
 * @param month null for a ratio, whose target stands for any period
 */
public record Target(String measure, @Nullable YearMonth month, BigDecimal value) {}
