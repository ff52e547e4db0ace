package bizops.transform.config;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code settings.json} says about the numbers. Immutable.
 *
 * @param asOf day of the build
 * @param grossMargin fraction, 0..1
 * @param saoTypes allowed types of an opportunity, without the null that {@code saoTypesHoldNull} stands for
 * @param averageRetentionMonths lifetime of a customer in months
 * @param freshness limits by stream: the vendor's object, or vendor and object with a dot between
 * @param rejectLimit share of a column's values that may fail to parse, 0..1
 */
public record Settings(
        LocalDate asOf,
        ZoneId reportingTimezone,
        String reportingCurrency,
        Optional<BigDecimal> grossMargin,
        int lookbackDays,
        int timeDecayHalfLifeDays,
        int touchDedupDays,
        int retentionCapMonths,
        List<String> saoTypes,
        boolean saoTypesHoldNull,
        List<String> saoExcludedStages,
        List<String> saoExcludedLeadSources,
        int fiscalYearStartMonth,
        String fiscalYearNamedBy,
        List<String> models,
        String defaultModel,
        Optional<BigDecimal> averageRetentionMonths,
        int slowStageDays,
        int staleDays,
        BigDecimal rejectLimit,
        Map<String, FreshnessLimit> freshness) {

    /** The attribution models that can be built. */
    public static final List<String> MODELS =
            List.of("first", "last", "linear", "u_shaped", "w_shaped", "full_path", "time_decay", "markov", "shapley");

    /** The same with another day of the build. */
    Settings asOf(LocalDate day) {
        return new Settings(
                day,
                reportingTimezone,
                reportingCurrency,
                grossMargin,
                lookbackDays,
                timeDecayHalfLifeDays,
                touchDedupDays,
                retentionCapMonths,
                saoTypes,
                saoTypesHoldNull,
                saoExcludedStages,
                saoExcludedLeadSources,
                fiscalYearStartMonth,
                fiscalYearNamedBy,
                models,
                defaultModel,
                averageRetentionMonths,
                slowStageDays,
                staleDays,
                rejectLimit,
                freshness);
    }
}
