package bizops.report.page;

import static bizops.report.page.Measure.*;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of the page: what its rows are, its columns, and how it is sorted at first. Immutable.
 *
 * @param id in the page and in the names of its files
 * @param labels headings of the columns that say what the row is
 * @param sortedBy the measure that rows are sorted by at first, greatest first; null where their own order is kept
 */
record TableSpec(
        String id,
        String caption,
        List<String> labels,
        List<Measure> measures,
        @Nullable Measure sortedBy) {
    static final TableSpec CHANNELS = new TableSpec(
            "channels",
            "CAC and cost per lead by channel",
            List.of("Channel"),
            List.of(
                    SPEND,
                    SPEND_UNKNOWN_CAMPAIGNS,
                    LEADS,
                    COST_PER_LEAD,
                    NEW_CUSTOMERS,
                    LEADS_PER_CUSTOMER,
                    CAC,
                    WON_IACV,
                    COST_PER_IACV_DOLLAR,
                    LTV,
                    ROI),
            SPEND);
    static final TableSpec CAMPAIGNS = new TableSpec(
            "campaigns",
            "CAC and cost per lead by campaign",
            List.of("Campaign", "Channel"),
            List.of(
                    SPEND,
                    LEADS,
                    COST_PER_LEAD,
                    NEW_CUSTOMERS,
                    CAC,
                    WON_IACV,
                    IACV_AT_MEDIAN,
                    ESTIMATED_IACV,
                    LTV,
                    ROI),
            SPEND);
    static final TableSpec MONTHS = new TableSpec(
            "months",
            "Trend by month",
            List.of("Month"),
            List.of(SPEND, LEADS, COST_PER_LEAD, NEW_CUSTOMERS, CAC, WON_IACV, SAOS),
            null);
    static final TableSpec SAO_SOURCES = new TableSpec(
            "sao-sources",
            "SAOs by source",
            List.of("Lead source"),
            List.of(SAOS, SAO_SHARE, SAO_IACV, IACV_PER_SAO),
            SAOS);
    static final TableSpec CONVERSION_DAYS = new TableSpec(
            "conversion-days",
            "Days from first touch to close",
            List.of("Days"),
            List.of(WON_WITH_TOUCH, SHARE_OF_WON, SHARE_SO_FAR),
            null);
    static final TableSpec CONVERSION_CHANNELS = new TableSpec(
            "conversion-channels",
            "Conversion time by channel of the first touch",
            List.of("Channel"),
            List.of(WON_DEALS, WON_WITH_TOUCH, MEDIAN_DAYS),
            WON_DEALS);

    /** Every table of the page. */
    static final List<TableSpec> ALL =
            List.of(CHANNELS, CAMPAIGNS, MONTHS, SAO_SOURCES, CONVERSION_DAYS, CONVERSION_CHANNELS);

    TableSpec {
        labels = List.copyOf(labels);
        measures = List.copyOf(measures);
    }
}
