package bizops.sandbox.company;

import java.util.Arrays;
import java.util.List;

/** The marketing channels with the steps of their programs; the last of a channel's success steps is what people win. */
enum Channel {
    ADVERTISING(21, "Online Advertising", "Default", "program", "Clicked", "Filled-out Form*"),
    CONTENT(31, "Content", "Default", "program", "Downloaded", "Engaged*"),
    TRADE_SHOW(41, "Tradeshow", "Event", "event", "Invited", "Visited Booth*"),
    WEBINAR(51, "Webinar", "Event with Webinar", "webinar", "Invited", "Registered", "Attended*"),
    EMAIL(61, "Email Send", "Email", "email_batch", "Sent", "Opened", "Clicked*"),
    NURTURE(71, "Nurture", "Engagement", "nurture", "Member", "Engaged*"),
    PARTNER(81, "Partner", "Default", "program", "Referred", "Met*");

    /**
     * A step of a program.
     *
     * @param id its number in the instance
     * @param step its place in the channel, in tens
     */
    record Status(long id, String name, int step, boolean success) {}

    final String label;
    final String programType;
    final String appliesTo;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of records
    final List<Status> statuses;

    Channel(long firstStatus, String label, String programType, String appliesTo, String... steps) {
        this.label = label;
        this.programType = programType;
        this.appliesTo = appliesTo;
        List<String> names = Arrays.asList(steps);
        this.statuses = names.stream()
                .map(name -> new Status(
                        firstStatus + names.indexOf(name),
                        name.replace("*", ""),
                        names.indexOf(name) * 10 + 10,
                        name.endsWith("*")))
                .toList();
    }

    /** The step of those who are only in it. */
    Status entry() {
        return statuses.get(0);
    }

    /** The step that counts as success. */
    Status win() {
        return statuses.get(statuses.size() - 1);
    }

    /** The channel of a campaign of this type. */
    static Channel of(String campaignType) {
        return switch (campaignType) {
            case "Paid Search", "Paid Social" -> ADVERTISING;
            case "Content Syndication" -> CONTENT;
            case "Trade Show" -> TRADE_SHOW;
            case "Webinar" -> WEBINAR;
            case "Email Newsletter" -> EMAIL;
            case "Referral Program" -> NURTURE;
            default -> PARTNER;
        };
    }
}
