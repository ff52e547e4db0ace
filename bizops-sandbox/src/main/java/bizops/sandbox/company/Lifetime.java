package bizops.sandbox.company;

import bizops.sandbox.zuora.data.Row;
import bizops.sandbox.zuora.data.Tenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What befalls subscriptions between their start and their end, and what people get wrong: fewer seats, pauses, amendments
 * taken back, a version twice, links to renewals that lead nowhere.
 */
final class Lifetime {
    private static final int EVERY_DAYS = 7;
    private static final int LINKS_AFTER_DAYS = 420;
    private static final List<String> COPIED = List.of("Id", "CreatedDate", "UpdatedDate");

    private final World world;
    private final Tenant tenant;
    private final Customers customers;
    private final Contracts contracts;

    Lifetime(World world, Tenant tenant, Customers customers, Contracts contracts) {
        this.world = world;
        this.tenant = tenant;
        this.customers = customers;
        this.contracts = contracts;
    }

    void start() {
        world.later(EVERY_DAYS, this::week);
        world.later(LINKS_AFTER_DAYS, this::links);
    }

    private List<Contract> active() {
        List<Contract> active = new ArrayList<>();
        for (Customer customer : customers.all()) {
            customer.contracts.stream().filter(Contract::active).forEach(active::add);
        }
        return active;
    }

    private void week() {
        for (Contract contract : active()) {
            int luck = world.chance().between(1, 1000);
            if (luck <= 4) {
                shrink(contract);
            } else if (luck <= 6) {
                suspend(contract);
            } else if (luck <= 9) {
                retract(contract);
            } else if (luck == 10) {
                twice(contract);
            }
        }
        world.later(EVERY_DAYS, this::week);
    }

    /** Some of the seats go, from today on. */
    private void shrink(Contract contract) {
        LocalDate today = world.today();
        boolean possible = contract.running().stream().anyMatch(charge -> shrinkable(charge, today));
        if (possible) {
            contracts.amend(contract, "UpdateProduct", today, Map.of("SpecificUpdateDate", today));
            contract.running().stream()
                    .filter(charge -> shrinkable(charge, today))
                    .findFirst()
                    .ifPresent(charge -> contracts
                            .charges()
                            .segment(
                                    contract,
                                    charge,
                                    today,
                                    charge.end(),
                                    charge.charge().number("Quantity").divideToIntegralValue(BigDecimal.valueOf(2))));
        }
    }

    private static boolean shrinkable(Contract.Charge charge, LocalDate today) {
        return charge.offer().kind() == Offer.Kind.SEATS
                && charge.charge().number("Quantity").compareTo(BigDecimal.ONE) > 0
                && charge.start().isBefore(today)
                && charge.end().isAfter(today);
    }

    /** A pause of some weeks: charges end today and start again in new segments. */
    private void suspend(Contract contract) {
        LocalDate today = world.today();
        if (!contract.termStart().isBefore(today) || !contract.termEnd().isAfter(today.plusDays(60))) {
            return;
        }
        contracts.amend(contract, "SuspendSubscription", today, Map.of("SuspendDate", today));
        tenant.update(contract.subscription, Map.of("Status", "Suspended"));
        contracts.charges().endAt(contract, today);
        world.later(world.chance().between(20, 45), () -> resume(contract));
    }

    private void resume(Contract contract) {
        LocalDate today = world.today();
        contracts.amend(contract, "ResumeSubscription", today, Map.of("ResumeDate", today));
        for (Contract.Charge charge : contract.running()) {
            contracts
                    .charges()
                    .segment(
                            contract,
                            charge,
                            today,
                            contract.termEnd(),
                            charge.charge().number("Quantity"));
        }
    }

    /** Terms and conditions are changed, and the change is deleted two days later. */
    private void retract(Contract contract) {
        Row amendment = contracts.amend(
                contract, "TermsAndConditions", world.today(), Map.of("Description", "Wrong customer, sorry"));
        world.later(2, () -> {
            if (contract.before != null && contract.before.amendment() == amendment && contract.active()) {
                contracts.undo(contract);
            }
        });
    }

    /** A row of the newest version twice; the real one is the one touched last. */
    private void twice(Contract contract) {
        Map<String, Object> copy = contract.subscription.copy();
        COPIED.forEach(copy::remove);
        tenant.insert("Subscription", copy);
        world.later(1, () -> tenant.update(contract.subscription, Map.of("Purchase_Order__c", "PO 4711")));
    }

    /** Names of renewals that people have typed: several old for one new, a ring, itself, nobody. */
    private void links() {
        List<Contract> some =
                active().stream().filter(contract -> !contract.trial()).limit(8).toList();
        for (int i = 0; i < some.size(); i++) {
            Contract contract = some.get(i);
            String link = switch (i) {
                case 0, 1 -> some.get(Math.min(2, some.size() - 1)).name();
                case 3 -> some.get(Math.min(4, some.size() - 1)).name();
                case 4 -> some.get(3).name();
                case 5 -> contract.name();
                case 6 -> "A-S99999999";
                case 7 -> some.get(0).name() + ";  " + some.get(1).name().toLowerCase(java.util.Locale.ROOT);
                default -> "";
            };
            if (!link.isEmpty()) {
                tenant.update(contract.subscription, Map.of("Renewal_Subscription__c__c", link));
            }
        }
    }
}
