package bizops.sandbox.company;

import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.data.Schema;
import bizops.sandbox.zuora.data.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The invented company over time: the same for the same seed, scale and clock, and the same however a stretch of time
 * is cut into advances. Not thread-safe: callers hold the org's monitor.
 */
public final class Company {
    /** Where the company keeps its books. */
    public static final ZoneId ZONE = World.ZONE;

    private static final Duration HISTORY = Duration.ofDays(730);

    private final World world;
    private final Engagement engagement;
    private final Marketing marketing;
    private final LeadFlow leads;
    private final Housekeeping housekeeping;
    private final Tenant tenant;

    private Company(Org org, long seed, double scale, Instant opening) {
        Chance chance = new Chance(seed);
        world = new World(org, new Agenda(org), chance, new Words(chance), scale);
        engagement = new Engagement(world, opening);
        Staff staff = new Staff(world);
        Masters.install(world);
        Market market = new Market(world);
        Members members = new Members(world);
        Deals deals = new Deals(world, market);
        marketing = new Marketing(world, staff, this::answered);
        leads = new LeadFlow(
                world, staff, market, members, deals, () -> marketing().running(CampaignKind.NURTURING));
        housekeeping = new Housekeeping(world, staff, market, opening);
        tenant = new Tenant(bizops.sandbox.zuora.data.Schema.load(), seed, org::now);
        new Billing(world, tenant);
        world.agenda().at(org.now(), this::day);
    }

    /** The company as it stands at an instant, after two years of work. */
    public static Company found(long seed, double scale, Instant clock) {
        Instant start = clock.minus(HISTORY).truncatedTo(ChronoUnit.DAYS);
        Company company = new Company(new Org(Schema.load(), seed, start), seed, scale, clock);
        company.world.agenda().runUntil(clock);
        return company;
    }

    /** The company's Salesforce org. */
    public Org salesforce() {
        return world.org();
    }

    /** The company's Zuora tenant, on the same clock and under the same monitor. */
    public Tenant zuora() {
        return tenant;
    }

    /** The company's Marketo instance. */
    public Instance marketo() {
        return engagement.instance();
    }

    /** How large it is; 1 is the default. */
    public double scale() {
        return world.scale();
    }

    /** What was invoiced so far for campaigns that are invoiced by the week. */
    public List<Spend> spend() {
        return marketing.spend();
    }

    /** Lets time pass. */
    public void advance(Duration by) {
        world.agenda().runUntil(world.org().now().plus(by));
    }

    private Marketing marketing() {
        return marketing;
    }

    private void answered(Marketing.Running campaign, int number) {
        leads.answer(campaign, number);
    }

    private void day() {
        housekeeping.day();
        marketing.day();
        world.later(0, leads::outbound);
        world.agenda().at(world.org().now().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS), this::day);
    }
}
