package bizops.sandbox.company;

import bizops.sandbox.marketo.data.Asset;
import bizops.sandbox.salesforce.data.Row;

/** A Marketo program with what belongs to it, and the Salesforce campaign that it is linked with. */
record Program(
        Row campaign,
        Channel channel,
        Asset asset,
        Asset list,
        Asset entering,
        Asset winning,
        Asset email,
        Asset form,
        Asset page) {
    long id() {
        return asset.id();
    }

    String name() {
        return asset.name();
    }

    /** What a landing page's address carries for an advertisement. */
    String utm() {
        String type = String.valueOf(campaign.text("Type"));
        return "utm_source=" + source() + "&utm_medium=" + medium() + "&utm_campaign=" + campaign.id() + "&utm_content="
                + type.replace(" ", "%20");
    }

    String source() {
        return switch (String.valueOf(campaign.text("Type"))) {
            case "Paid Search" -> "google";
            case "Paid Social" -> "linkedin";
            case "Content Syndication" -> "syndication";
            case "Partner" -> "partner";
            case "Referral Program" -> "referral";
            default -> "marketo";
        };
    }

    String medium() {
        return switch (channel) {
            case ADVERTISING -> "cpc";
            case CONTENT -> "content";
            case PARTNER -> "partner";
            case NURTURE -> "referral";
            default -> "email";
        };
    }

    String referrer() {
        return switch (source()) {
            case "google" -> "https://www.google.com/";
            case "linkedin" -> "https://www.linkedin.com/feed/";
            case "syndication" -> "https://reads.example/whitepapers?id=7&lang=en";
            default -> "";
        };
    }
}
