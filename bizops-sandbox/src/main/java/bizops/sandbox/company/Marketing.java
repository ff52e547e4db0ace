package bizops.sandbox.company;

import bizops.sandbox.salesforce.data.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Campaigns: launched by kind in turn, running, completed; what they cost; who becomes a member. */
final class Marketing {
    private static final int WEEK = 7;

    /** A campaign that runs. */
    record Running(CampaignKind kind, Row row) {}

    private final World world;
    private final Staff staff;
    private final BiConsumer<Running, Integer> bringLeads;
    private final List<Running> running = new ArrayList<>();
    private final List<Spend> spend = new ArrayList<>();

    /** @param bringLeads called with a campaign and the number of people who answer it today */
    Marketing(World world, Staff staff, BiConsumer<Running, Integer> bringLeads) {
        this.world = world;
        this.staff = staff;
        this.bringLeads = bringLeads;
        for (CampaignKind kind : CampaignKind.values()) {
            world.later(kind.leadsAtOnce > 0 ? world.chance().between(10, 50) : 0, () -> launch(kind));
        }
    }

    List<Spend> spend() {
        return List.copyOf(spend);
    }

    /** The campaigns of these kinds that run now. */
    List<Running> running(List<CampaignKind> kinds) {
        return running.stream()
                .filter(campaign -> kinds.contains(campaign.kind()))
                .toList();
    }

    /** A day of all campaigns that bring leads steadily. */
    void day() {
        for (Running campaign : running(List.of(CampaignKind.values()))) {
            int leads = world.chance().count(campaign.kind().leadsADay * world.scale());
            if (leads > 0) {
                world.later(0, () -> bringLeads.accept(campaign, leads));
            }
        }
    }

    private void launch(CampaignKind kind) {
        world.org().actAs(staff.marketer().id());
        LocalDate start = world.today();
        Map<String, Object> campaign = new HashMap<>();
        campaign.put("Name", name(kind, start));
        campaign.put("Type", kind.type);
        campaign.put("Status", "In Progress");
        campaign.put("StartDate", start);
        campaign.put("EndDate", start.plusDays(kind.lastsDays - 1L));
        campaign.put("IsActive", true);
        campaign.put("OwnerId", staff.marketer().id());
        campaign.put("Motion__c", kind.motion);
        campaign.put("ExpectedResponse", new BigDecimal("12.50"));
        campaign.put("NumberSent", BigDecimal.valueOf(world.chance().between(0, 5000)));
        if (kind.cost > 0) {
            campaign.put("BudgetedCost", BigDecimal.valueOf(Math.round(kind.cost * world.scale())));
        }
        if (world.chance().yes(0.3)) {
            campaign.put("Description", world.words().text());
        }
        Running started = new Running(kind, world.org().insert("Campaign", campaign));
        statuses(started.row());
        running.add(started);
        spendFor(started, start);
        if (kind.leadsAtOnce > 0) {
            int leads = world.chance().count(world.chance().skewed(kind.leadsAtOnce, 0.25) * world.scale());
            world.later(0, () -> bringLeads.accept(started, leads));
        }
        world.later(kind.lastsDays, () -> complete(started));
        world.later(kind.everyDays + world.chance().between(-4, 4), () -> launch(kind));
    }

    private static String name(CampaignKind kind, LocalDate start) {
        String when = start.getYear() + " Q" + (start.getMonthValue() + 2) / 3;
        return kind.leadsAtOnce > 0 ? kind.type + " " + start : kind.type + " " + when;
    }

    private void statuses(Row campaign) {
        for (boolean responded : new boolean[] {false, true}) {
            world.org()
                    .insert(
                            "CampaignMemberStatus",
                            Map.of(
                                    "CampaignId",
                                    campaign.id(),
                                    "Label",
                                    responded ? "Responded" : "Sent",
                                    "SortOrder",
                                    BigDecimal.valueOf(responded ? 2 : 1),
                                    "IsDefault",
                                    !responded,
                                    "HasResponded",
                                    responded));
        }
    }

    /** Steady paid campaigns are invoiced by the week; the others' cost is known when they end. */
    private void spendFor(Running campaign, LocalDate start) {
        if (campaign.kind().invoicedWeekly) {
            double weekly = campaign.kind().cost * world.scale() * WEEK / campaign.kind().lastsDays;
            for (int day = WEEK; day <= campaign.kind().lastsDays; day += WEEK) {
                LocalDate date = start.plusDays(day - 1L);
                world.later(
                        day,
                        () -> spend.add(new Spend(
                                date,
                                campaign.row().id(),
                                BigDecimal.valueOf(world.chance().skewed(weekly, 0.2))
                                        .setScale(2, RoundingMode.HALF_UP))));
            }
        }
    }

    private void complete(Running campaign) {
        running.remove(campaign);
        if (!World.alive(campaign.row())) {
            return;
        }
        Map<String, Object> changes = new HashMap<>();
        changes.put("Status", "Completed");
        changes.put("IsActive", false);
        CampaignKind kind = campaign.kind();
        if (kind.cost > 0) {
            changes.put("ActualCost", cost(campaign));
        } else if (kind.cost == 0 && world.chance().yes(0.7)) {
            changes.put("ActualCost", BigDecimal.ZERO);
        }
        world.org().actAs(staff.marketer().id());
        world.org().update(campaign.row(), "Campaign", changes);
    }

    private BigDecimal cost(Running campaign) {
        BigDecimal invoiced = spend.stream()
                .filter(row -> row.campaignId().equals(campaign.row().id()))
                .map(Spend::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return invoiced.signum() > 0 ? invoiced : world.chance().money(campaign.kind().cost * world.scale(), 0.2);
    }
}
