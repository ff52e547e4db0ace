package bizops.report.page;

import bizops.report.cube.BuildInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The headline figures: which they are and what is said beside them. */
final class Tiles {
    static final List<Measure> MEASURES = List.of(
            Measure.SPEND,
            Measure.LEADS,
            Measure.COST_PER_LEAD,
            Measure.NEW_CUSTOMERS,
            Measure.CAC,
            Measure.WON_IACV,
            Measure.LTV,
            Measure.ROI,
            Measure.SAOS,
            Measure.MEDIAN_DAYS);

    private Tiles() {}

    /** What stands behind the number; empty for a plain one. */
    static String unit(Measure measure, BuildInfo build) {
        return switch (measure.unit()) {
            case MONEY -> build.currency();
            case DAYS -> "days";
            case CREDIT, COUNT, RATIO, PERCENT -> "";
        };
    }

    /** What the number lacks; null when nothing. */
    static @Nullable String remark(Measure measure, Sums total) {
        boolean costs = measure == Measure.SPEND
                || measure == Measure.COST_PER_LEAD
                || measure == Measure.CAC
                || measure == Measure.ROI;
        if (!costs || total.spendUnknown() == 0) {
            return null;
        }
        return total.spendUnknown() == 1
                ? "spend of 1 campaign unknown"
                : "spend of " + total.spendUnknown() + " campaigns unknown";
    }
}
