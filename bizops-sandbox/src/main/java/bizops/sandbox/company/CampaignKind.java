package bizops.sandbox.company;

import java.util.List;

/**
 * A sort of campaign with its habits. Costs are in US dollars at scale 1; null cost means that nobody wrote it down.
 * The quality is the share of its leads that convert.
 */
enum CampaignKind {
    PAID_SEARCH("Paid Search", "Web", "Inbound", 91, 91, 1.7, 0, 57_000, 0.13, true),
    PAID_SOCIAL("Paid Social", "Web", "Inbound", 183, 150, 1.05, 0, 42_000, 0.07, true),
    CONTENT("Content Syndication", "Content", "Inbound", 150, 120, 1.15, 0, 21_000, 0.06, false),
    TRADE_SHOW("Trade Show", "Event", "Field", 91, 3, 0, 85, 72_000, 0.17, false),
    WEBINAR("Webinar", "Webinar", "Inbound", 60, 1, 0, 62, 4_900, 0.14, false),
    NEWSLETTER("Email Newsletter", "Web", "Outbound", 183, 183, 0.5, 0, 0, 0.10, false),
    PARTNER("Partner", "Partner", "Partner", 270, 270, 0.4, 0, 13_000, 0.25, false),
    REFERRAL("Referral Program", "Web Direct", "Inbound", 400, 400, 0.2, 0, -1, 0.28, false);

    /** All kinds that people meet again later. */
    static final List<CampaignKind> NURTURING = List.of(WEBINAR, NEWSLETTER, TRADE_SHOW, CONTENT);

    final String type;
    final String leadSource;
    final String motion;
    final int everyDays;
    final int lastsDays;
    final double leadsADay;
    final int leadsAtOnce;
    final int cost;
    final double quality;
    final boolean invoicedWeekly;

    CampaignKind(
            String type,
            String leadSource,
            String motion,
            int everyDays,
            int lastsDays,
            double leadsADay,
            int leadsAtOnce,
            int cost,
            double quality,
            boolean invoicedWeekly) {
        this.type = type;
        this.leadSource = leadSource;
        this.motion = motion;
        this.everyDays = everyDays;
        this.lastsDays = lastsDays;
        this.leadsADay = leadsADay;
        this.leadsAtOnce = leadsAtOnce;
        this.cost = cost;
        this.quality = quality;
        this.invoicedWeekly = invoicedWeekly;
    }
}
