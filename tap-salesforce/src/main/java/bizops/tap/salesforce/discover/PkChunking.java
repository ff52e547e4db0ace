package bizops.tap.salesforce.discover;

import java.util.Set;

/** Which objects Bulk v1 can split by ids without further words (Bulk API guide, "PK Chunking Header"). */
public final class PkChunking {
    private static final Set<String> STANDARD = Set.of(
            "Account",
            "Asset",
            "Campaign",
            "CampaignMember",
            "Case",
            "CaseArticle",
            "CaseHistory",
            "Contact",
            "Event",
            "EventRelation",
            "Lead",
            "LoginHistory",
            "Opportunity",
            "Task",
            "User",
            "WorkOrder",
            "WorkOrderLineItem");

    private PkChunking() {}

    /** Whether the object of that name can be split; custom objects can. */
    public static boolean knows(String object) {
        return STANDARD.contains(object) || object.endsWith("__c");
    }
}
