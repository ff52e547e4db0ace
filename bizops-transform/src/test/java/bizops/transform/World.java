package bizops.transform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * An invented Salesforce and Marketo of many small companies: each has few people, so that merges, shared e-mails and
 * shared days are common; all have the same channels.
 */
final class World {
    static final LocalDate AS_OF = LocalDate.of(2020, 8, 31);
    static final int LOOKBACK = 40;
    static final int HALF_LIFE = 7;
    static final int DEDUP_DAYS = 1;

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

    /** @param type 0 and 1 are in one channel, 2 is in another, 3 is in none that the seed knows */
    record Campaign(String id, String name, int type, boolean isDeleted) {
        String channel() {
            return List.of("Alpha", "Alpha", "Beta", "Other").get(type);
        }
    }

    record Member(
            String id,
            String campaign,
            @Nullable String lead,
            @Nullable String contact,
            boolean hasResponded,
            boolean isDeleted,
            LocalDate created,
            @Nullable LocalDate responded) {
        LocalDate day() {
            return responded == null ? created : responded;
        }
    }

    record Opportunity(
            String id,
            @Nullable String account,
            LocalDate created,
            @Nullable LocalDate sao,
            LocalDate close,
            boolean isClosed,
            boolean isWon,
            boolean isDeleted,
            @Nullable Integer iacv) {
        boolean isWonToDate() {
            return isWon && !close.isAfter(AS_OF);
        }
    }

    record Role(String id, String opportunity, String contact, boolean isDeleted) {}

    record MarketoLead(
            String id,
            @Nullable String email,
            @Nullable String lead,
            @Nullable String contact,
            @Nullable String mergedInto) {}

    /** A program with one smart campaign. */
    record Program(String id, @Nullable String campaign) {}

    /** @param type 11 is a touch, 1 is not */
    record Activity(String id, String lead, int type, String program, LocalDate day) {}

    final List<Lead> leads = new ArrayList<>();
    final List<Contact> contacts = new ArrayList<>();
    final List<Campaign> campaigns = new ArrayList<>();
    final List<Member> members = new ArrayList<>();
    final List<Opportunity> opportunities = new ArrayList<>();
    final List<Role> roles = new ArrayList<>();
    final List<MarketoLead> marketoLeads = new ArrayList<>();
    final List<Program> programs = new ArrayList<>();
    final List<Activity> activities = new ArrayList<>();

    /** One company. */
    World(long seed) {
        this(seed, 1);
    }

    World(long seed, int companies) {
        Random random = new Random(seed);
        for (int company = 0; company < companies; company++) {
            salesforce(random, company + "x");
            marketo(random, company + "x");
        }
    }

    private void salesforce(Random random, String company) {
        for (int i = 0; i < 5; i++) {
            campaigns.add(
                    new Campaign("701" + company + i, "Campaign " + i % 3, random.nextInt(4), random.nextInt(6) == 0));
        }
        for (int i = 0; i < 5; i++) {
            boolean deleted = random.nextInt(3) == 0;
            contacts.add(new Contact(
                    "003" + company + i,
                    email(random, company),
                    deleted,
                    deleted ? some(random, "003" + company + random.nextInt(6)) : null,
                    day(random)));
        }
        for (int i = 0; i < 6; i++) {
            boolean closed = random.nextInt(4) > 0;
            LocalDate created = day(random);
            opportunities.add(new Opportunity(
                    "006" + company + i,
                    some(random, "001" + company + random.nextInt(2)),
                    created,
                    random.nextInt(3) == 0 ? null : created.plusDays(random.nextInt(20)),
                    day(random).plusDays(random.nextInt(9) == 0 ? 150 : 30),
                    closed,
                    closed && random.nextInt(3) > 0,
                    random.nextInt(6) == 0,
                    random.nextInt(5) == 0 ? null : random.nextInt(10_000)));
        }
        for (int i = 0; i < 8; i++) {
            boolean deleted = random.nextInt(3) == 0;
            boolean converted = random.nextBoolean();
            leads.add(new Lead(
                    "00Q" + company + i,
                    email(random, company),
                    deleted,
                    deleted ? some(random, "00Q" + company + random.nextInt(9)) : null,
                    day(random),
                    converted ? day(random) : null,
                    converted ? some(random, "003" + company + random.nextInt(6)) : null,
                    converted ? some(random, "006" + company + random.nextInt(6)) : null));
        }
        for (int i = 0; i < 30; i++) {
            members.add(new Member(
                    "00v" + company + i,
                    "701" + company + random.nextInt(6),
                    some(random, "00Q" + company + random.nextInt(8)),
                    random.nextInt(3) == 0 ? "003" + company + random.nextInt(5) : null,
                    random.nextInt(5) > 0,
                    random.nextInt(8) == 0,
                    day(random),
                    random.nextInt(4) == 0 ? day(random) : null));
        }
        for (int i = 0; i < 7; i++) {
            roles.add(new Role(
                    "00K" + company + i,
                    "006" + company + random.nextInt(6),
                    "003" + company + random.nextInt(5),
                    random.nextInt(6) == 0));
        }
    }

    private void marketo(Random random, String company) {
        for (int i = 0; i < 6; i++) {
            marketoLeads.add(new MarketoLead(
                    company + i,
                    email(random, company),
                    random.nextBoolean() ? "00Q" + company + random.nextInt(9) : null,
                    random.nextBoolean() ? "003" + company + random.nextInt(6) : null,
                    i > 0 && random.nextInt(5) == 0 ? company + random.nextInt(i) : null));
        }
        for (int i = 0; i < 3; i++) {
            programs.add(new Program(company + i, some(random, "701" + company + random.nextInt(6))));
        }
        for (int i = 0; i < 15; i++) {
            activities.add(new Activity(
                    "g" + company + i,
                    company + random.nextInt(7),
                    random.nextInt(4) == 0 ? 1 : 11,
                    company + random.nextInt(3),
                    day(random)));
        }
    }

    private static @Nullable String email(Random random, String company) {
        int which = random.nextInt(5);
        return which == 4 ? null : Arrays.asList("a@", " A@", "b@", "c@").get(which) + company + ".example";
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2020, 3, 1).plusDays(random.nextInt(60));
    }

    private static @Nullable String some(Random random, String id) {
        return random.nextInt(4) == 0 ? null : id;
    }
}
