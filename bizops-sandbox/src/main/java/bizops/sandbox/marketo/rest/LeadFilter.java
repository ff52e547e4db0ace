package bizops.sandbox.marketo.rest;

import java.util.List;

/** What persons can be found by (section 5 of the vendor notes). */
final class LeadFilter {
    static final List<String> NAMES = List.of(
            "id",
            "email",
            "sfdcAccountId",
            "sfdcContactId",
            "sfdcLeadId",
            "sfdcLeadOwnerId",
            "sfdcOpptyId",
            "leadPartitionId");

    private LeadFilter() {}
}
