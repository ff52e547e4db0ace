package bizops.sandbox.company;

import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.data.Lead;
import bizops.sandbox.salesforce.data.Row;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which person in Marketo is which lead or contact in Salesforce, and what the sync between the two writes. */
final class Persons {
    private static final Map<String, String> FROM_LEAD = Map.ofEntries(
            Map.entry("firstName", "FirstName"),
            Map.entry("lastName", "LastName"),
            Map.entry("email", "Email"),
            Map.entry("title", "Title"),
            Map.entry("phone", "Phone"),
            Map.entry("company", "Company"),
            Map.entry("industry", "Industry"),
            Map.entry("website", "Website"),
            Map.entry("address", "Street"),
            Map.entry("city", "City"),
            Map.entry("state", "State"),
            Map.entry("country", "Country"),
            Map.entry("postalCode", "PostalCode"),
            Map.entry("leadSource", "LeadSource"),
            Map.entry("leadStatus", "Status"),
            Map.entry("rating", "Rating"),
            Map.entry("mktoPersonNotes", "Description"),
            Map.entry("sfdcLeadOwnerId", "OwnerId"),
            Map.entry("fitGrade", "Fit__c"),
            Map.entry("mqlDate", "MQL_Date__c"));
    private static final Map<String, String> FROM_CONTACT = Map.ofEntries(
            Map.entry("firstName", "FirstName"),
            Map.entry("lastName", "LastName"),
            Map.entry("email", "Email"),
            Map.entry("title", "Title"),
            Map.entry("phone", "Phone"),
            Map.entry("department", "Department"),
            Map.entry("address", "MailingStreet"),
            Map.entry("city", "MailingCity"),
            Map.entry("state", "MailingState"),
            Map.entry("country", "MailingCountry"),
            Map.entry("postalCode", "MailingPostalCode"),
            Map.entry("leadSource", "LeadSource"),
            Map.entry("mktoPersonNotes", "Description"),
            Map.entry("sfdcLeadOwnerId", "OwnerId"),
            Map.entry("sfdcAccountId", "AccountId"));

    private final World world;
    private final Instance instance;
    private final Map<String, Long> byRow = new HashMap<>();

    Persons(World world, Instance instance) {
        this.world = world;
        this.instance = instance;
    }

    /** The person that a lead or contact is today, through any merges; null if there is none. */
    @Nullable
    Lead of(@Nullable String rowId) {
        Long id = rowId == null ? null : byRow.get(rowId);
        return id == null ? null : today(id);
    }

    /** The person with this number, or the one that it was merged into; null if it was deleted. */
    @Nullable
    Lead today(long id) {
        Lead lead = instance.leads().find(id);
        while (lead != null && lead.mergedInto() != null) {
            lead = instance.leads().find(lead.mergedInto());
        }
        return lead != null && lead.exists() ? lead : null;
    }

    void link(Row row, Lead lead) {
        byRow.put(row.id(), lead.id());
    }

    /** What the sync copies from a lead; null where the lead says nothing. */
    Map<String, @Nullable Object> ofLead(Row row) {
        Map<String, @Nullable Object> values = copied(row, FROM_LEAD);
        values.put("sfdcType", "Lead");
        values.put("sfdcLeadId", row.id());
        BigDecimal employees = row.number("NumberOfEmployees");
        values.put("numberOfEmployees", employees == null ? null : employees.longValue());
        values.put("unsubscribed", row.is("HasOptedOutOfEmail"));
        values.put("Company_Country__c", row.text("Country"));
        return values;
    }

    /** What the sync copies from a contact and its account. */
    Map<String, @Nullable Object> ofContact(Row row) {
        Map<String, @Nullable Object> values = copied(row, FROM_CONTACT);
        values.put("sfdcType", "Contact");
        values.put("sfdcContactId", row.id());
        values.put("unsubscribed", row.is("HasOptedOutOfEmail"));
        Row account = world.org().table("Account").find(row.text("AccountId"));
        if (account != null) {
            values.put("company", account.text("Name"));
            values.put("industry", account.text("Industry"));
            values.put("annualRevenue", account.number("AnnualRevenue"));
        }
        return values;
    }

    private static Map<String, @Nullable Object> copied(Row row, Map<String, String> fields) {
        Map<String, @Nullable Object> values = new HashMap<>();
        fields.forEach((ours, theirs) -> values.put(ours, row.values().get(theirs)));
        return values;
    }

    /** The values that are there. */
    static Map<String, Object> present(Map<String, ? extends @Nullable Object> values) {
        Map<String, Object> present = new HashMap<>();
        values.forEach((name, value) -> {
            if (value != null) {
                present.put(name, value);
            }
        });
        return present;
    }
}
