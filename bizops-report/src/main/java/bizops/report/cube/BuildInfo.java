package bizops.report.cube;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the whole build, from {@code marts.build_info}. Immutable.
 *
 * @param asOf day of the build, in the reporting time zone
 * @param currency of all money (ISO 4217)
 * @param timezone that turned instants into days
 * @param marginKnown whether a gross margin is set; without it LTV and ROI are not defined
 * @param averageRetentionMonths the one lifetime of all groups; null when unknown
 * @param defaultModel the attribution model that is shown first
 * @param models all that were built, in the order of the settings
 * @param medianConversionDays over all won opportunities, all models; null when none has a touch
 * @param saosDefined whether an SAO can be told at all; without it SAO figures are gaps, not 0
 */
public record BuildInfo(
        LocalDate asOf,
        String currency,
        String timezone,
        boolean marginKnown,
        @Nullable BigDecimal averageRetentionMonths,
        String defaultModel,
        List<String> models,
        @Nullable BigDecimal medianConversionDays,
        boolean saosDefined) {

    public BuildInfo {
        models = List.copyOf(models);
    }
}
