package bizops.sandbox.company;

import bizops.sandbox.salesforce.data.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How opportunities open, move from stage to stage, slip, shrink, and end; and what a won customer buys later. */
final class Deals {
    private static final List<String> ROLES = List.of(
            "Decision Maker", "Economic Buyer", "Evaluator", "Executive Sponsor", "Influencer", "Technical Buyer");
    private static final double STEP_LOST = 0.13;
    private static final double LAST_STEP_LOST = 0.25;

    private final World world;
    private final Market market;
    private final DealRecord record;

    Deals(World world, Market market) {
        this.world = world;
        this.market = market;
        this.record = new DealRecord(world);
    }

    /** Where a deal comes from. */
    record Origin(
            Prospect prospect,
            Row account,
            Row contact,
            @Nullable Row campaign,
            @Nullable String source,
            Row executive) {}

    /** Opens a new business deal with its contact roles. */
    Row open(Origin origin) {
        Chance chance = world.chance();
        Map<String, Object> values = common(
                origin, "New Business", chance.money(24_000 * origin.prospect().weight(), 0.5));
        if (chance.yes(0.05)) {
            values.remove("Type");
        }
        if (chance.yes(0.05)) {
            values.remove("Amount");
        } else if (chance.yes(0.02)) {
            values.put("Amount", BigDecimal.ZERO);
        }
        Row deal = record.insert(values, chance.yes(0.2) ? Stage.PRE_OPPORTUNITY : Stage.PENDING);
        role(deal, origin.contact(), true);
        world.later(chance.between(3, 20), () -> colleagues(deal, origin));
        world.later(chance.between(2, 14), () -> accept(deal, origin));
        return deal;
    }

    private Map<String, Object> common(Origin origin, String type, BigDecimal amount) {
        Map<String, Object> values = new HashMap<>();
        values.put("Name", origin.prospect().name + " - " + type);
        values.put("AccountId", origin.account().id());
        values.put("ContactId", origin.contact().id());
        values.put("OwnerId", origin.executive().id());
        values.put("Type", type);
        values.put("Amount", amount);
        values.put("CloseDate", world.today().plusDays(world.chance().between(50, 110)));
        if (origin.campaign() != null && world.chance().yes(0.75)) {
            values.put("CampaignId", origin.campaign().id());
        }
        if (origin.source() != null) {
            values.put("LeadSource", origin.source());
        }
        if (world.chance().yes(0.2)) {
            values.put("Description", world.words().text());
        }
        if (world.chance().yes(0.2)) {
            values.put("NextStep", "Send \"order form\"\t& call");
        }
        return values;
    }

    private void accept(Row deal, Origin origin) {
        if (!open(deal)) {
            return;
        }
        Chance chance = world.chance();
        world.org().actAs(origin.executive().id());
        if (chance.yes(0.09)) {
            record.change(deal, Stage.UNQUALIFIED, Map.of("CloseDate", world.today()));
            return;
        }
        if (chance.yes(0.03)) {
            record.change(deal, Stage.DUPLICATE, Map.of("CloseDate", world.today()));
            return;
        }
        Map<String, Object> changes = new HashMap<>();
        changes.put("Sales_Accepted_Date__c", world.today());
        changes.put("SQL_Source__c", generatedBy(origin));
        BigDecimal amount = deal.number("Amount");
        if (amount == null) {
            amount = chance.money(20_000 * origin.prospect().weight(), 0.4);
            if (chance.yes(0.6)) {
                changes.put("Amount", amount);
            }
        }
        if (chance.yes(0.96)) {
            changes.put("Incremental_ACV__c", amount);
        }
        record.change(deal, Stage.DISCOVERY, changes);
        step(deal, origin, Stage.DISCOVERY);
    }

    private String generatedBy(Origin origin) {
        String source = origin.source() == null ? "" : origin.source();
        return switch (source) {
            case "Partner" -> "Channel Partner";
            case "Outbound" -> "BDR Generated";
            case "Web Direct" -> "AE Generated";
            default -> world.chance().of(List.of("BDR Generated", "BDR Generated", "Web Inbound", "AE Generated"));
        };
    }

    private void step(Row deal, Origin origin, Stage stage) {
        int days = world.chance().days(stage == Stage.DISCOVERY ? 10 : 16);
        world.later(days, () -> move(deal, origin, stage));
    }

    private void move(Row deal, Origin origin, Stage stage) {
        if (!open(deal)) {
            return;
        }
        Chance chance = world.chance();
        world.org().actAs(origin.executive().id());
        if (chance.yes(stage == Stage.NEGOTIATING ? LAST_STEP_LOST : STEP_LOST)) {
            record.change(deal, Stage.LOST, Map.of("CloseDate", world.today()));
            return;
        }
        Map<String, Object> changes = new HashMap<>();
        BigDecimal amount = deal.number("Amount");
        if (amount != null && chance.yes(0.35)) {
            BigDecimal changed = amount.multiply(BigDecimal.valueOf(chance.between(75, 130)))
                    .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
            changes.put("Amount", changed);
            if (deal.number("Incremental_ACV__c") != null) {
                changes.put("Incremental_ACV__c", changed);
            }
        }
        if (chance.yes(0.3)) {
            BigDecimal before = deal.number("PushCount");
            changes.put("PushCount", (before == null ? BigDecimal.ZERO : before).add(BigDecimal.ONE));
            changes.put("CloseDate", world.today().plusDays(chance.between(30, 75)));
        }
        Stage next = stage.next().orElseThrow();
        if (next.isWon()) {
            changes.put("CloseDate", world.today());
        }
        record.change(deal, next, changes);
        if (next.isWon()) {
            won(deal, origin);
        } else {
            step(deal, origin, next);
        }
    }

    private void won(Row deal, Origin origin) {
        if (World.alive(origin.account())) {
            world.org().update(origin.account(), "Account", Map.of("Type", "Customer - Direct"));
        }
        BigDecimal amount = deal.number("Amount");
        if (amount == null || amount.signum() == 0) {
            return;
        }
        if (world.chance().yes(0.3)) {
            world.later(world.chance().between(90, 240), () -> more(origin, "Add-On Business", amount, 0.4));
        }
        world.later(300, () -> more(origin, "Renewal", amount, 1.05));
    }

    /** Business with a customer: it starts in discovery, an add-on is accepted at once. */
    private void more(Origin origin, String type, BigDecimal base, double share) {
        if (!World.alive(origin.account())) {
            return;
        }
        world.org().actAs(origin.executive().id());
        BigDecimal amount = base.multiply(BigDecimal.valueOf(share)).setScale(2, RoundingMode.HALF_UP);
        Origin own = new Origin(
                origin.prospect(), origin.account(), origin.contact(), null, origin.source(), origin.executive());
        Map<String, Object> values = common(own, type, amount);
        boolean addOn = type.equals("Add-On Business");
        values.put("Incremental_ACV__c", addOn ? amount : amount.subtract(base).max(BigDecimal.ZERO));
        values.put("Sales_Accepted_Date__c", world.today());
        values.put("SQL_Source__c", "AE Generated");
        Row deal = record.insert(values, Stage.DISCOVERY);
        if (World.alive(origin.contact())) {
            role(deal, origin.contact(), true);
        }
        step(deal, own, Stage.DISCOVERY);
    }

    private void colleagues(Row deal, Origin origin) {
        if (!World.alive(deal)) {
            return;
        }
        world.org().actAs(origin.executive().id());
        int number = world.chance().of(List.of(0, 0, 1, 1, 2));
        for (int i = 0; i < number; i++) {
            boolean known =
                    origin.prospect().contacts.size() > 1 && world.chance().yes(0.5);
            Row contact = known
                    ? world.chance().of(origin.prospect().contacts)
                    : market.contact(
                            market.colleague(origin.prospect()), origin.account(), "Outbound", origin.executive());
            if (World.alive(contact) && !contact.equals(origin.contact())) {
                role(deal, contact, false);
            }
        }
    }

    private void role(Row deal, Row contact, boolean primary) {
        boolean there = world.org().table("OpportunityContactRole").referring("OpportunityId", deal.id()).stream()
                .anyMatch(row -> contact.id().equals(row.text("ContactId")));
        if (!there) {
            Map<String, Object> role = new HashMap<>();
            role.put("OpportunityId", deal.id());
            role.put("ContactId", contact.id());
            role.put("IsPrimary", primary);
            if (world.chance().yes(0.9)) {
                role.put("Role", world.chance().of(ROLES));
            }
            world.org().insert("OpportunityContactRole", role);
        }
    }

    private static boolean open(Row deal) {
        return World.alive(deal) && !deal.is("IsClosed");
    }
}
