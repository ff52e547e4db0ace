package bizops.sandbox.company;

import bizops.sandbox.company.Marketing.Running;
import bizops.sandbox.salesforce.data.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** From an answer to a campaign to a converted or closed lead. */
final class LeadFlow {
    private final World world;
    private final Staff staff;
    private final Market market;
    private final Members members;
    private final Deals deals;
    private final Supplier<List<Running>> nurturing;

    LeadFlow(World world, Staff staff, Market market, Members members, Deals deals, Supplier<List<Running>> nurturing) {
        this.world = world;
        this.staff = staff;
        this.market = market;
        this.members = members;
        this.deals = deals;
        this.nurturing = nurturing;
    }

    /** People answer a campaign; a few of them are known already and answer again as somebody new. */
    void answer(Running campaign, int number) {
        for (int i = 0; i < number; i++) {
            Person person = person();
            world.org().actAs(staff.integration().id());
            Row lead = market.lead(person, campaign.kind().leadSource, staff.developer());
            boolean responded =
                    campaign.kind().leadsAtOnce == 0 || world.chance().yes(0.8);
            members.join(campaign.row(), lead, null, responded);
            follow(new Path(person, lead, campaign.row(), campaign.kind().quality));
        }
    }

    /** Leads that sales finds by itself, in no campaign. */
    void outbound() {
        int number = world.chance().count(0.4 * world.scale());
        for (int i = 0; i < number; i++) {
            Row owner = staff.developer();
            world.org().actAs(owner.id());
            Person person = market.newcomer();
            follow(new Path(person, market.lead(person, "Outbound", owner), null, 0.15));
        }
    }

    private Person person() {
        boolean known = market.people().size() > 50 && world.chance().yes(0.05);
        return known ? world.chance().of(market.people()) : market.newcomer();
    }

    private record Path(Person person, Row lead, @Nullable Row campaign, double quality) {}

    private void follow(Path path) {
        Chance chance = world.chance();
        if (chance.yes(0.018)) {
            world.later(chance.between(1, 30), () -> spam(path.lead()));
            return;
        }
        int touches = chance.of(List.of(0, 0, 1, 1, 2, 3));
        for (int i = 0; i < touches; i++) {
            world.later(chance.days(30), () -> nurture(path));
        }
        world.later(chance.between(1, 5), () -> work(path));
    }

    private void spam(Row lead) {
        world.org().actAs(staff.integration().id());
        world.org().delete(lead, "Lead");
    }

    private void nurture(Path path) {
        List<Running> running = nurturing.get();
        boolean contact = path.lead().is("IsConverted");
        if (running.isEmpty() || !World.alive(path.lead())) {
            return;
        }
        world.org().actAs(staff.integration().id());
        Row campaign = world.chance().of(running).row();
        boolean responded = world.chance().yes(0.6);
        if (contact) {
            Row person = path.person().contact;
            if (person != null && World.alive(person)) {
                members.join(campaign, null, person, responded);
            }
        } else {
            members.join(campaign, path.lead(), null, responded);
        }
    }

    private void work(Path path) {
        if (!World.alive(path.lead())) {
            return;
        }
        Chance chance = world.chance();
        world.org().actAs(String.valueOf(path.lead().text("OwnerId")));
        change(path.lead(), Map.of("Status", "Working - Contacted", "IsUnreadByOwner", false));
        Tasks.call(world, path.lead());
        boolean converts = chance.yes(path.quality());
        if (converts || chance.yes(0.25)) {
            world.later(chance.between(0, 6), () -> qualify(path));
        }
        int days = chance.days(18) + 7;
        world.later(converts ? days : days + 45, converts ? () -> convert(path) : () -> close(path));
    }

    private void qualify(Path path) {
        if (World.alive(path.lead()) && !path.lead().is("IsConverted")) {
            world.org().actAs(staff.integration().id());
            change(path.lead(), Map.of("MQL_Date__c", world.today(), "Rating", "Hot"));
        }
    }

    private void close(Path path) {
        if (World.alive(path.lead()) && world.chance().yes(0.6)) {
            world.org().actAs(String.valueOf(path.lead().text("OwnerId")));
            change(path.lead(), Map.of("Status", "Closed - Not Converted"));
        }
    }

    private void convert(Path path) {
        Row lead = path.lead();
        if (!World.alive(lead) || lead.is("IsConverted")) {
            return;
        }
        String source = String.valueOf(lead.values().getOrDefault("LeadSource", "Web"));
        Row executive = staff.executive();
        world.org().actAs(String.valueOf(lead.text("OwnerId")));
        Row account = market.account(path.person().prospect, source, executive);
        Row contact = market.contact(path.person(), account, source, executive);
        Map<String, Object> changes = new HashMap<>();
        changes.put("IsConverted", true);
        changes.put("Status", "Closed - Converted");
        changes.put("ConvertedDate", world.today());
        changes.put("ConvertedAccountId", account.id());
        changes.put("ConvertedContactId", contact.id());
        if (world.chance().yes(0.9)) {
            Row deal = deals.open(new Deals.Origin(
                    path.person().prospect, account, contact, path.campaign(), lead.text("LeadSource"), executive));
            changes.put("ConvertedOpportunityId", deal.id());
        }
        change(lead, changes);
        members.convert(lead, contact);
        if (world.chance().yes(0.02)) {
            Map<String, Object> bounce = new HashMap<>();
            bounce.put("EmailBouncedReason", "550 5.1.1 <user unknown>");
            bounce.put("EmailBouncedDate", world.org().now());
            world.org().update(contact, "Contact", bounce);
        }
    }

    private void change(Row lead, Map<String, ?> changes) {
        world.org().update(lead, "Lead", changes);
    }
}
