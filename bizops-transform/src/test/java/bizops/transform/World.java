package bizops.transform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A small invented Salesforce: few people, so that merges, shared e-mails and shared days are common. */
final class World {
    static final LocalDate AS_OF = LocalDate.of(2020, 8, 31);
    static final int LOOKBACK = 90;
    private static final ObjectMapper JSON = new ObjectMapper();

    record Lead(
            String id,
            @Nullable String email,
            boolean isDeleted,
            @Nullable String master,
            LocalDate created,
            @Nullable LocalDate converted,
            @Nullable String contact,
            @Nullable String opportunity) {}

    record Contact(
            String id,
            @Nullable String email,
            boolean isDeleted,
            @Nullable String master,
            LocalDate created) {}

    record Campaign(String id, String name, boolean isDeleted) {}

    record Member(
            String id,
            String campaign,
            @Nullable String lead,
            @Nullable String contact,
            boolean hasResponded,
            boolean isDeleted,
            LocalDate day) {}

    record Opportunity(
            String id,
            @Nullable String account,
            LocalDate created,
            LocalDate close,
            boolean isWon,
            boolean isDeleted,
            @Nullable Integer iacv) {}

    record Role(String id, String opportunity, String contact, boolean isDeleted) {}

    final List<Lead> leads = new ArrayList<>();
    final List<Contact> contacts = new ArrayList<>();
    final List<Campaign> campaigns = new ArrayList<>();
    final List<Member> members = new ArrayList<>();
    final List<Opportunity> opportunities = new ArrayList<>();
    final List<Role> roles = new ArrayList<>();

    World(long seed) {
        Random random = new Random(seed);
        List<@Nullable String> emails =
                new ArrayList<>(List.of("a@x.example", " A@x.example", "b@x.example", "c@x.example"));
        emails.add(null);
        for (int i = 0; i < 4; i++) {
            campaigns.add(new Campaign("701" + i, "Campaign " + i % 3, random.nextInt(6) == 0));
        }
        for (int i = 0; i < 5; i++) {
            boolean deleted = random.nextInt(3) == 0;
            contacts.add(new Contact(
                    "003" + i,
                    emails.get(random.nextInt(5)),
                    deleted,
                    deleted ? some(random, "003" + random.nextInt(6)) : null,
                    day(random)));
        }
        for (int i = 0; i < 5; i++) {
            opportunities.add(new Opportunity(
                    "006" + i,
                    some(random, "001" + random.nextInt(2)),
                    day(random),
                    day(random).plusDays(30),
                    random.nextInt(3) > 0,
                    random.nextInt(6) == 0,
                    random.nextInt(5) == 0 ? null : random.nextInt(10_000)));
        }
        for (int i = 0; i < 8; i++) {
            boolean deleted = random.nextInt(3) == 0;
            boolean converted = random.nextBoolean();
            leads.add(new Lead(
                    "00Q" + i,
                    emails.get(random.nextInt(5)),
                    deleted,
                    deleted ? some(random, "00Q" + random.nextInt(9)) : null,
                    day(random),
                    converted ? day(random) : null,
                    converted ? some(random, "003" + random.nextInt(6)) : null,
                    converted ? some(random, "006" + random.nextInt(5)) : null));
        }
        for (int i = 0; i < 30; i++) {
            members.add(new Member(
                    "00v" + i,
                    "701" + random.nextInt(5),
                    some(random, "00Q" + random.nextInt(8)),
                    random.nextInt(3) == 0 ? "003" + random.nextInt(5) : null,
                    random.nextInt(5) > 0,
                    random.nextInt(8) == 0,
                    day(random)));
        }
        for (int i = 0; i < 6; i++) {
            roles.add(
                    new Role("00K" + i, "006" + random.nextInt(5), "003" + random.nextInt(5), random.nextInt(6) == 0));
        }
    }

    void load(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop schema if exists raw_salesforce cascade");
            statement.execute("create schema raw_salesforce");
        }
        put(
                connection,
                "Lead",
                leads.stream()
                        .map(lead -> row(
                                "Id",
                                lead.id(),
                                "Email",
                                lead.email(),
                                "IsDeleted",
                                lead.isDeleted(),
                                "MasterRecordId",
                                lead.master(),
                                "CreatedDate",
                                noon(lead.created()),
                                "IsConverted",
                                lead.converted() != null,
                                "ConvertedDate",
                                lead.converted(),
                                "ConvertedContactId",
                                lead.contact(),
                                "ConvertedOpportunityId",
                                lead.opportunity()))
                        .toList());
        put(
                connection,
                "Contact",
                contacts.stream()
                        .map(contact -> row(
                                "Id",
                                contact.id(),
                                "Email",
                                contact.email(),
                                "IsDeleted",
                                contact.isDeleted(),
                                "MasterRecordId",
                                contact.master(),
                                "CreatedDate",
                                noon(contact.created())))
                        .toList());
        put(
                connection,
                "Campaign",
                campaigns.stream()
                        .map(campaign ->
                                row("Id", campaign.id(), "Name", campaign.name(), "IsDeleted", campaign.isDeleted()))
                        .toList());
        put(
                connection,
                "CampaignMember",
                members.stream()
                        .map(member -> row(
                                "Id",
                                member.id(),
                                "CampaignId",
                                member.campaign(),
                                "LeadId",
                                member.lead(),
                                "ContactId",
                                member.contact(),
                                "HasResponded",
                                member.hasResponded(),
                                "IsDeleted",
                                member.isDeleted(),
                                "CreatedDate",
                                noon(member.day())))
                        .toList());
        put(
                connection,
                "Opportunity",
                opportunities.stream()
                        .map(one -> row(
                                "Id",
                                one.id(),
                                "AccountId",
                                one.account(),
                                "CreatedDate",
                                noon(one.created()),
                                "CloseDate",
                                one.close(),
                                "IsWon",
                                one.isWon(),
                                "IsClosed",
                                true,
                                "IsDeleted",
                                one.isDeleted(),
                                "Incremental_ACV__c",
                                one.iacv(),
                                "Amount",
                                one.iacv()))
                        .toList());
        put(
                connection,
                "OpportunityContactRole",
                roles.stream()
                        .map(role -> row(
                                "Id",
                                role.id(),
                                "OpportunityId",
                                role.opportunity(),
                                "ContactId",
                                role.contact(),
                                "IsDeleted",
                                role.isDeleted()))
                        .toList());
        put(connection, "Account", List.of(row("Id", "0010"), row("Id", "0011")));
        put(connection, "User", List.of(row("Id", "0050")));
    }

    private static void put(Connection connection, String object, List<JsonNode> rows) throws SQLException {
        RawData.load(connection, "raw_salesforce", object, rows, RawShape.TEXT);
    }

    private static JsonNode row(@Nullable Object... pairs) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            row.put(String.valueOf(pairs[i]), value instanceof LocalDate ? value.toString() : value);
        }
        return JSON.valueToTree(row);
    }

    private static String noon(LocalDate day) {
        return day + "T12:00:00.000+0000";
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2020, 3, 1).plusDays(random.nextInt(60));
    }

    private static @Nullable String some(Random random, String id) {
        return random.nextInt(4) == 0 ? null : id;
    }
}
