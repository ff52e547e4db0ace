package bizops.sandbox.company;

import bizops.sandbox.zuora.data.Tenant;
import java.math.BigDecimal;
import java.util.Map;

/** Customers without a deal: those who sign up on the web by card, month by month, and those who only try the system out. */
final class SelfService {
    private static final int EVERY_DAYS = 14;
    private static final int LONG_NOTES = 2500;

    private final World world;
    private final Tenant tenant;
    private final Customers customers;
    private final Contracts contracts;
    private final PriceList prices;
    private final Endings endings;

    SelfService(
            World world, Tenant tenant, Customers customers, Contracts contracts, PriceList prices, Endings endings) {
        this.world = world;
        this.tenant = tenant;
        this.customers = customers;
        this.contracts = contracts;
        this.prices = prices;
        this.endings = endings;
    }

    /** Somebody signs up now and then; plans the next. */
    void signUp() {
        int number = world.chance().count(0.4 * world.scale());
        for (int i = 0; i < number; i++) {
            Customer customer = customers.unknown(world.words().company());
            Contract contract = contracts.subscribe(customer, new Contracts.Order(world.today(), 12, true, Map.of()));
            BigDecimal seats = BigDecimal.valueOf(world.chance().between(1, 6));
            contracts.charges().add(contract, prices.monthlySeats, seats, BigDecimal.valueOf(19), world.today());
            endings.watch(contract);
            if (world.chance().yes(0.6)) {
                world.later(world.chance().between(20, 400), () -> leave(contract));
            }
        }
        world.later(EVERY_DAYS, this::signUp);
    }

    private void leave(Contract contract) {
        if (contract.active()) {
            endings.slowly(() -> endings.cancel(contract, world.today(), "Cancelled on the web"));
        }
    }

    /** An account and a subscription that must not count, with notes that somebody pasted there. */
    void tryOut() {
        Customer test = customers.unknown("Test - do not bill");
        tenant.update(test.account, Map.of("Notes", "Line, with \"quotes\"\n".repeat(LONG_NOTES)));
        Contract contract = contracts.subscribe(
                test, new Contracts.Order(world.today(), 12, true, Map.of("ExcludeFromAnalysis__c", "True")));
        contracts.charges().add(contract, prices.monthlySeats, BigDecimal.ONE, BigDecimal.valueOf(19), world.today());
        endings.watch(contract);
    }
}
