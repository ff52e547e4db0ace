package bizops.report.page;

import bizops.report.cube.BuildInfo;
import java.math.BigDecimal;

/** The measures as formulas over the sums of a group. Immutable. */
record Formulas(BuildInfo build) {
    private static final BigDecimal MONTHS_A_YEAR = BigDecimal.valueOf(12);

    /** The measure of a group; counts of distributions are not made from sums and not answered here. */
    Figure of(Measure measure, Sums sums) {
        return switch (measure) {
            case SPEND -> spend(sums);
            case SPEND_UNKNOWN_CAMPAIGNS -> Figure.of(sums.spendUnknown());
            case LEADS -> Figure.of(sums.leads());
            case COST_PER_LEAD -> spend(sums).over(Figure.of(sums.leads()), Gap.NO_LEADS);
            case NEW_CUSTOMERS -> Figure.of(sums.customers());
            case LEADS_PER_CUSTOMER -> Figure.of(sums.leads()).over(Figure.of(sums.customers()), Gap.NO_CUSTOMERS);
            case CAC -> cac(sums);
            case WON_IACV -> Figure.of(sums.iacv());
            case COST_PER_IACV_DOLLAR -> spend(sums).over(Figure.of(sums.iacv()), Gap.NO_IACV);
            case IACV_AT_MEDIAN -> atMedian(sums);
            case ESTIMATED_IACV -> atMedian(sums).times(Figure.of(2));
            case LTV -> ltv(sums);
            case ROI -> ltv(sums).over(cac(sums), Gap.NO_COST);
            case SAOS -> build.saosDefined() ? Figure.of(sums.saos()) : Figure.missing(Gap.NO_SAO_DATE);
            case SAO_IACV -> build.saosDefined() ? Figure.of(sums.saoIacv()) : Figure.missing(Gap.NO_SAO_DATE);
            case IACV_PER_SAO -> of(Measure.SAO_IACV, sums).over(of(Measure.SAOS, sums), Gap.NO_SAOS);
            case SAO_SHARE, WON_DEALS, WON_WITH_TOUCH, SHARE_OF_WON, SHARE_SO_FAR, MEDIAN_DAYS ->
                throw new IllegalArgumentException(measure + " is not made from sums");
        };
    }

    private static Figure spend(Sums sums) {
        return Figure.ofNullable(sums.spend(), Gap.SPEND_UNKNOWN);
    }

    private static Figure cac(Sums sums) {
        return spend(sums).over(Figure.of(sums.customers()), Gap.NO_CUSTOMERS);
    }

    private Figure atMedian(Sums sums) {
        if (build.medianConversionDays() == null) {
            return Figure.missing(Gap.NO_MEDIAN);
        }
        return Figure.of(sums.atMedian());
    }

    private Figure ltv(Sums sums) {
        boolean known = sums.customers().signum() == 0 || build.marginKnown();
        Figure margin = known ? Figure.of(sums.margin()) : Figure.missing(Gap.NO_MARGIN);
        return margin.over(Figure.of(sums.customers()), Gap.NO_CUSTOMERS)
                .times(Figure.ofNullable(build.averageRetentionMonths(), Gap.NO_LIFETIME))
                .over(Figure.of(MONTHS_A_YEAR), Gap.NO_LIFETIME);
    }
}
