package bizops.transform;

import java.util.Locale;

/** How a loader may have landed the same data. */
enum RawShape {
    /** Lower-case names, every column text. */
    TEXT,
    /** The vendor's names, every column text. */
    VENDOR_NAMES,
    /** Lower-case names, typed columns, and the columns of a Singer target. */
    TYPED;

    String name(String vendorName) {
        return this == VENDOR_NAMES ? vendorName : vendorName.toLowerCase(Locale.ROOT);
    }

    String type(String field) {
        if (this != TYPED) {
            return "text";
        }
        return switch (field) {
            case "CreatedDate", "UpdatedDate", "SystemModstamp", "activityDate", "createdAt", "updatedAt" ->
                "timestamptz";
            case "CloseDate",
                    "StartDate",
                    "EndDate",
                    "FirstRespondedDate",
                    "ConvertedDate",
                    "MQL_Date__c",
                    "Sales_Accepted_Date__c",
                    "ContractEffectiveDate",
                    "TermEndDate",
                    "EffectiveStartDate",
                    "EffectiveEndDate",
                    "RefundDate" -> "date";
            case "Amount", "Incremental_ACV__c", "ACV__c", "Renewal_ACV__c", "ActualCost", "MRR", "Quantity" ->
                "numeric";
            case "IsDeleted", "IsConverted", "HasResponded", "IsWon", "IsClosed", "IsActive", "IsPrimary" -> "boolean";
            case "id", "leadId", "activityTypeId", "campaignId", "programId", "Version", "Segment" -> "bigint";
            default -> "text";
        };
    }
}
