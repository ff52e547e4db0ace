package bizops.report.page;

import java.util.Locale;

/** The measures that the page shows, each with the definition that stands beside it. */
enum Measure {
    SPEND(
            Unit.MONEY,
            "Spend",
            "Money spent on campaigns, at the day it was spent. The sum of what is known: a campaign whose spend is"
                    + " unknown adds nothing and is counted beside it."),
    SPEND_UNKNOWN_CAMPAIGNS(
            Unit.COUNT,
            "Spend unknown",
            "Campaigns without any known spend. Their leads and customers count, their cost is missing."),
    LEADS(
            Unit.CREDIT,
            "Leads",
            "Leads created, credited to campaigns by the attribution model. The total has those that no campaign earned,"
                    + " too."),
    COST_PER_LEAD(Unit.MONEY, "Cost per lead", "Spend / leads."),
    NEW_CUSTOMERS(
            Unit.CREDIT,
            "New customers",
            "Accounts with their first won opportunity, credited to campaigns by the attribution model."),
    LEADS_PER_CUSTOMER(Unit.RATIO, "Leads per customer", "Leads / new customers: how many leads one customer takes."),
    CAC(
            Unit.MONEY,
            "CAC",
            "Customer acquisition cost: spend / new customers, the same as cost per lead x leads per customer."),
    WON_IACV(
            Unit.MONEY,
            "Won IACV",
            "Incremental annual contract value of all won opportunities, not of new customers only, credited by the"
                    + " attribution model."),
    COST_PER_IACV_DOLLAR(Unit.RATIO, "Cost per unit of IACV", "Spend / won IACV."),
    IACV_AT_MEDIAN(
            Unit.MONEY,
            "IACV at median",
            "Won IACV whose touch lies at most the overall median conversion time before the close."),
    ESTIMATED_IACV(
            Unit.MONEY,
            "Estimated IACV",
            "2 x IACV at median: half of the value has come by the median. An estimate for young campaigns; too low for"
                    + " groups slower than the whole, too high for faster ones."),
    LTV(
            Unit.MONEY,
            "LTV",
            "Lifetime value of a new customer: won IACV / new customers x gross margin x average lifetime in months / 12."
                    + " The lifetime is one for the whole company."),
    ROI(Unit.RATIO, "ROI", "LTV / CAC. Above 1 a customer brings more than it costs."),
    SAOS(
            Unit.COUNT,
            "SAOs",
            "Sales accepted opportunities, at the date of acceptance. A channel means that of the opportunity's primary"
                    + " campaign; model and basis do not change them."),
    SAO_SHARE(Unit.PERCENT, "Share", "SAOs of the row / all SAOs of the selection."),
    SAO_IACV(Unit.MONEY, "SAO IACV", "Incremental annual contract value of the SAOs."),
    IACV_PER_SAO(Unit.MONEY, "IACV per SAO", "SAO IACV / SAOs."),
    WON_DEALS(Unit.COUNT, "Won", "Won opportunities, at the close date."),
    WON_WITH_TOUCH(
            Unit.COUNT,
            "Won with a touch",
            "Won opportunities with a known first touch; only these have a conversion time."),
    SHARE_OF_WON(Unit.PERCENT, "Share", "Won opportunities of the row / all with a conversion time."),
    SHARE_SO_FAR(Unit.PERCENT, "Share so far", "Won opportunities within this time or faster / all with one."),
    MEDIAN_DAYS(
            Unit.DAYS,
            "Median conversion time",
            "Days from the first touch to the close; half of the won opportunities took no longer. Won opportunities"
                    + " without a touch have none. A channel means that of the first touch.");

    private final Unit unit;
    private final String title;
    private final String definition;

    Measure(Unit unit, String title, String definition) {
        this.unit = unit;
        this.title = title;
        this.definition = definition;
    }

    Unit unit() {
        return unit;
    }

    String title() {
        return title;
    }

    String definition() {
        return definition;
    }

    /** The name in the page's data, as in the marts where it stands there. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
