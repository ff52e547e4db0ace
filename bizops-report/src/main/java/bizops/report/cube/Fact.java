package bizops.report.cube;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The additive sums of one model, basis, campaign and month. Immutable.
 *
 * @param spend in the reporting currency; null when none is known
 * @param leads sum of lead credits, a fraction in multi-touch models
 * @param newCustomers sum of new-customer credits
 * @param wonIacv sum of won-IACV credits
 * @param wonMargin the same, each times the gross margin of its opportunity; null when no margin is known
 * @param iacvAtMedian the part of it that was earned at most the overall median of days before the close
 */
public record Fact(
        String model,
        Basis basis,
        String campaignId,
        YearMonth month,
        @Nullable BigDecimal spend,
        BigDecimal leads,
        BigDecimal newCustomers,
        BigDecimal wonIacv,
        @Nullable BigDecimal wonMargin,
        BigDecimal iacvAtMedian) {}
