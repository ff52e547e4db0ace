package bizops.sandbox.company;

import bizops.sandbox.marketo.data.Activity;
import bizops.sandbox.marketo.data.ActivityTypes;
import bizops.sandbox.marketo.data.Attributes;
import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.data.Lead;
import bizops.sandbox.salesforce.data.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The sync between Salesforce and Marketo: new, changed, converted, merged and deleted leads and contacts. */
final class SalesforceSync {
    private static final String SOURCE = "salesforce.com";
    private static final double DELETES_SPAM = 0.6;

    private final World world;
    private final Instance instance;
    private final Persons persons;
    private final Programs programs;
    private final BiConsumer<Lead, FirstTouch> begun;

    /** @param begun told of every lead that is a new person in Marketo */
    SalesforceSync(
            World world, Instance instance, Persons persons, Programs programs, BiConsumer<Lead, FirstTouch> begun) {
        this.world = world;
        this.instance = instance;
        this.persons = persons;
        this.programs = programs;
        this.begun = begun;
    }

    /** A lead that Marketo made, or that Salesforce made and Marketo takes over. */
    void lead(Row row) {
        if (World.alive(row) && persons.of(row.id()) == null) {
            FirstTouch touch = new FirstTouch(programs.first(row));
            Map<String, @Nullable Object> values = new HashMap<>(persons.ofLead(row));
            values.putAll(touch.values());
            Lead lead = instance.create(Persons.present(complete(values, row)), touch.newLead(row));
            persons.link(row, lead);
            if (!touch.fromSalesforce()) {
                instance.activities()
                        .add(Activity.of(ActivityTypes.SYNC_TO_SALESFORCE, lead.id(), instance.now())
                                .primary(1, "Lead")
                                .with("Reason", "Sync program members"));
            }
            begun.accept(lead, touch);
        }
    }

    private Map<String, @Nullable Object> complete(Map<String, @Nullable Object> values, Row row) {
        boolean emea = "EMEA".equals(Regions.of(row.text("Country")));
        values.put("leadPartitionId", emea ? "2" : "1");
        values.put("isLead", true);
        values.put("isAnonymous", false);
        values.put("emailInvalid", false);
        values.put("doNotCall", false);
        values.put("leadScore", 0L);
        return values;
    }

    /** A contact that no converted lead stands behind. */
    void contact(Row row) {
        if (World.alive(row) && persons.of(row.id()) == null) {
            Map<String, @Nullable Object> values = persons.ofContact(row);
            values.put("originalSourceType", SOURCE);
            values.put("isLead", false);
            values.put("leadPartitionId", "1");
            Attributes how = Attributes.of(
                    "SFDC Type",
                    "Contact",
                    "Source Type",
                    SOURCE,
                    "Lead Source",
                    row.text("LeadSource"),
                    "Created Date",
                    World.dayOf(row));
            persons.link(row, instance.create(Persons.present(values), how));
        }
    }

    /** Takes over what changed in Salesforce. */
    void changed(Row row, boolean contact) {
        Lead lead = persons.of(row.id());
        if (lead != null && World.alive(row) && (contact || !row.is("IsConverted"))) {
            instance.change(
                    lead, contact ? persons.ofContact(row) : persons.ofLead(row), SOURCE, "Salesforce.com sync");
        }
    }

    /** After a conversion the person is a contact; whom an older person is already, wins and takes it over. */
    void converted(Row row) {
        Lead lead = persons.of(row.id());
        Row contact = world.org().table("Contact").find(row.text("ConvertedContactId"));
        if (lead == null || contact == null) {
            return;
        }
        instance.activities()
                .add(Activity.of(ActivityTypes.CONVERT_LEAD, lead.id(), instance.now())
                        .primary(2, "Contact")
                        .with("Account ID", row.text("ConvertedAccountId"), "Assign To", row.text("OwnerId")));
        Lead older = persons.of(contact.id());
        if (older != null && older.id() != lead.id()) {
            instance.merge(older, lead, true);
            lead = older;
        }
        persons.link(contact, lead);
        Map<String, @Nullable Object> values = persons.ofContact(contact);
        values.put("leadStatus", row.text("Status"));
        instance.change(lead, values, SOURCE, "Salesforce.com sync");
    }

    void merged(Row loser) {
        Lead losing = persons.of(loser.id());
        Lead winning = persons.of(loser.text("MasterRecordId"));
        if (losing != null && winning != null && losing.id() != winning.id()) {
            instance.merge(winning, losing, true);
        }
    }

    /** What sales deletes stays in Marketo marked, unless a clean-up campaign deletes it there as well. */
    void deleted(Row row, boolean contact) {
        Lead lead = persons.of(row.id());
        if (lead == null) {
            return;
        }
        instance.activities()
                .add(Activity.of(ActivityTypes.DELETED_IN_SALESFORCE, lead.id(), instance.now())
                        .primary(1, contact ? "Contact" : "Lead")
                        .with("Reason", "Deleted in Salesforce.com"));
        instance.quietly(lead, Map.of("sfdcIsDeleted", true));
        if (!contact && world.chance().yes(DELETES_SPAM)) {
            world.agenda().at(world.org().now().plusSeconds(world.chance().between(3_600, 80_000)), () -> {
                if (lead.exists()) {
                    instance.delete(lead, "Clean up.Delete junk");
                }
            });
        }
    }
}
