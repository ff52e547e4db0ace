package bizops.sandbox.company;

import bizops.sandbox.salesforce.data.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everybody out there: prospects and their people, and how they become leads, accounts and contacts in the org. */
final class Market {
    private static final List<BigDecimal> AWKWARD = List.of(
            new BigDecimal("12345678901234.56"),
            new BigDecimal("9999999999999999.99"),
            new BigDecimal("139000000"),
            new BigDecimal("0.10"),
            new BigDecimal("-0.01"),
            new BigDecimal("0"));

    private final World world;
    private final List<Prospect> prospects = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();

    Market(World world) {
        this.world = world;
    }

    List<Person> people() {
        return people;
    }

    /** Someone new, of a known company in a third of cases. */
    Person newcomer() {
        boolean known = !prospects.isEmpty() && world.chance().yes(0.35);
        Prospect prospect = known ? world.chance().of(prospects) : new Prospect(world);
        if (!known) {
            prospects.add(prospect);
        }
        return colleague(prospect);
    }

    /** Someone new of a given company. */
    Person colleague(Prospect prospect) {
        Person person = new Person(world, prospect);
        people.add(person);
        return person;
    }

    Row lead(Person person, String source, Row owner) {
        Map<String, Object> lead = named(person);
        Prospect prospect = person.prospect;
        lead.put("Company", prospect.name);
        lead.put("Industry", prospect.industry);
        lead.put("NumberOfEmployees", BigDecimal.valueOf(prospect.employees));
        lead.put("Website", "https://" + prospect.domain);
        lead.put("LeadSource", source);
        lead.put("Status", "Open - Not Contacted");
        lead.put("Rating", world.chance().of(List.of("Hot", "Warm", "Cold")));
        lead.put("Fit__c", world.chance().of(List.of("A", "B", "C", "D")));
        lead.put("OwnerId", owner.id());
        lead.put("IsUnreadByOwner", true);
        if (world.chance().yes(0.02)) {
            lead.remove("LeadSource");
        }
        address(lead, "", prospect);
        Row row = world.org().insert("Lead", lead);
        person.leads.add(row);
        return row;
    }

    /** The prospect's account, opened now if it has none. */
    Row account(Prospect prospect, String source, Row owner) {
        Row account = prospect.account;
        if (account == null || !World.alive(account)) {
            account = world.org().insert("Account", newAccount(prospect, source, owner));
            prospect.account = account;
        }
        return account;
    }

    private Map<String, Object> newAccount(Prospect prospect, String source, Row owner) {
        Map<String, Object> account = new HashMap<>();
        account.put("Name", prospect.name);
        account.put("Type", "Prospect");
        account.put("Industry", prospect.industry);
        account.put("NumberOfEmployees", BigDecimal.valueOf(prospect.employees));
        account.put("AnnualRevenue", BigDecimal.valueOf(prospect.employees * 180_000L));
        account.put("Website", "https://" + prospect.domain);
        account.put("Phone", world.words().phone());
        account.put("AccountSource", source);
        account.put("OwnerId", owner.id());
        account.put("Region__c", prospect.place.get(4));
        if (world.chance().yes(0.2)) {
            account.put("Contract_Precision__c", world.chance().of(AWKWARD));
        }
        if (world.chance().yes(0.25)) {
            account.put("Description", world.words().text());
        }
        address(account, "Billing", prospect);
        return account;
    }

    /** The person's contact, made now if there is none. */
    Row contact(Person person, Row account, String source, Row owner) {
        Row contact = person.contact;
        if (contact == null || !World.alive(contact)) {
            Map<String, Object> values = named(person);
            values.put("AccountId", account.id());
            values.put("LeadSource", source);
            values.put("OwnerId", owner.id());
            values.put("Department", world.chance().of(List.of("Marketing", "IT", "Finance", "Operations")));
            values.put("Persona__c", world.chance().of(List.of("Builder", "Buyer", "Champion")));
            address(values, "Mailing", person.prospect);
            contact = world.org().insert("Contact", values);
            person.contact = contact;
            person.prospect.contacts.add(contact);
        }
        return contact;
    }

    private Map<String, Object> named(Person person) {
        Map<String, Object> values = new HashMap<>();
        values.put("FirstName", person.first);
        values.put("LastName", person.last);
        values.put("Title", person.title);
        values.put("Phone", world.words().phone());
        if (person.email != null) {
            values.put("Email", person.email);
        }
        if (world.chance().yes(0.12)) {
            values.put("Description", world.words().text());
        }
        if (world.chance().yes(0.03)) {
            values.put("HasOptedOutOfEmail", true);
        }
        return values;
    }

    private static void address(Map<String, Object> values, String prefix, Prospect prospect) {
        List<String> place = prospect.place;
        values.put(prefix + "Street", prospect.employees % 200 + 1 + " Main St\r\nFloor " + prospect.employees % 7);
        values.put(prefix + "City", place.get(0));
        if (!place.get(1).isEmpty()) {
            values.put(prefix + "State", place.get(1));
        }
        values.put(prefix + "PostalCode", place.get(2));
        values.put(prefix + "Country", place.get(3));
    }
}
