package bizops.transform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts a world into the raw schemas, in place of what was there. */
final class WorldLoad {
    private static final ObjectMapper JSON = new ObjectMapper();

    private WorldLoad() {}

    static void load(Connection connection, World world) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String schema : List.of("raw_salesforce", "raw_marketo")) {
                statement.execute("drop schema if exists " + schema + " cascade");
                statement.execute("create schema " + schema);
            }
        }
        salesforce(connection, world);
        marketo(connection, world);
    }

    private static void salesforce(Connection connection, World world) throws SQLException {
        String vendor = "raw_salesforce";
        put(
                connection,
                vendor,
                "Lead",
                world.leads,
                lead -> row().with("Id", lead.id())
                        .with("Email", lead.email())
                        .with("IsDeleted", lead.isDeleted())
                        .with("MasterRecordId", lead.master())
                        .with("CreatedDate", noon(lead.created()))
                        .with("IsConverted", lead.converted() != null)
                        .with("ConvertedDate", lead.converted())
                        .with("ConvertedContactId", lead.contact())
                        .with("ConvertedOpportunityId", lead.opportunity()));
        put(
                connection,
                vendor,
                "Contact",
                world.contacts,
                contact -> row().with("Id", contact.id())
                        .with("Email", contact.email())
                        .with("IsDeleted", contact.isDeleted())
                        .with("MasterRecordId", contact.master())
                        .with("CreatedDate", noon(contact.created())));
        put(
                connection,
                vendor,
                "Campaign",
                world.campaigns,
                campaign -> row().with("Id", campaign.id())
                        .with("Name", campaign.name())
                        .with("Type", "Type " + campaign.type())
                        .with("IsDeleted", campaign.isDeleted()));
        put(
                connection,
                vendor,
                "CampaignMember",
                world.members,
                member -> row().with("Id", member.id())
                        .with("CampaignId", member.campaign())
                        .with("LeadId", member.lead())
                        .with("ContactId", member.contact())
                        .with("HasResponded", member.hasResponded())
                        .with("IsDeleted", member.isDeleted())
                        .with("CreatedDate", noon(member.created()))
                        .with("FirstRespondedDate", member.responded()));
        put(
                connection,
                vendor,
                "Opportunity",
                world.opportunities,
                one -> row().with("Id", one.id())
                        .with("AccountId", one.account())
                        .with("CreatedDate", noon(one.created()))
                        .with("Sales_Accepted_Date__c", one.sao())
                        .with("CloseDate", one.close())
                        .with("IsWon", one.isWon())
                        .with("IsClosed", one.isClosed())
                        .with("IsDeleted", one.isDeleted())
                        .with("Incremental_ACV__c", one.iacv())
                        .with("Amount", one.iacv()));
        put(
                connection,
                vendor,
                "OpportunityContactRole",
                world.roles,
                role -> row().with("Id", role.id())
                        .with("OpportunityId", role.opportunity())
                        .with("ContactId", role.contact())
                        .with("IsDeleted", role.isDeleted()));
        put(connection, vendor, "Account", List.of("0010"), id -> row().with("Id", id));
        put(connection, vendor, "User", List.of("0050"), id -> row().with("Id", id));
    }

    private static void marketo(Connection connection, World world) throws SQLException {
        String vendor = "raw_marketo";
        put(
                connection,
                vendor,
                "leads",
                world.marketoLeads,
                lead -> row().with("id", lead.id())
                        .with("email", lead.email())
                        .with("sfdcLeadId", lead.lead())
                        .with("sfdcContactId", lead.contact()));
        put(
                connection,
                vendor,
                "lead_merges",
                world.marketoLeads.stream()
                        .filter(lead -> lead.mergedInto() != null)
                        .toList(),
                lead -> row().with("winnerId", lead.mergedInto()).with("loserId", lead.id()));
        put(
                connection,
                vendor,
                "programs",
                world.programs,
                program -> row().with("id", program.id())
                        .with("name", "Program " + program.id())
                        .with("sfdcId", program.campaign()));
        put(
                connection,
                vendor,
                "campaigns",
                world.programs,
                program -> row().with("id", "s" + program.id()).with("programId", program.id()));
        put(
                connection,
                vendor,
                "activities",
                world.activities,
                activity -> row().with("marketoGUID", activity.id())
                        .with("leadId", activity.lead())
                        .with("activityTypeId", activity.type())
                        .with("campaignId", "s" + activity.program())
                        .with("activityDate", noon(activity.day())));
    }

    private static <T> void put(
            Connection connection, String schema, String object, List<T> entities, Function<T, Row> rows)
            throws SQLException {
        List<JsonNode> json = entities.stream().map(rows).map(Row::json).toList();
        RawData.load(connection, schema, object, json, RawShape.TEXT);
    }

    private static Row row() {
        return new Row(new LinkedHashMap<>());
    }

    private static String noon(LocalDate day) {
        return day + "T12:00:00.000+0000";
    }

    /** An API object. */
    private record Row(Map<String, @Nullable Object> fields) {
        Row with(String field, @Nullable Object value) {
            fields.put(field, value instanceof LocalDate ? value.toString() : value);
            return this;
        }

        JsonNode json() {
            return JSON.valueToTree(fields);
        }
    }
}
