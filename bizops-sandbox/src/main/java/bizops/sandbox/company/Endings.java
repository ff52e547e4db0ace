package bizops.sandbox.company;

import bizops.sandbox.zuora.data.Tenant;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** What happens at the end of a term: another term, by a deal or by itself, or the end of the subscription. */
final class Endings {
    private static final int GRACE_DAYS = 75;

    private final World world;
    private final Tenant tenant;
    private final Contracts contracts;
    private final PriceList prices;

    Endings(World world, Tenant tenant, Contracts contracts, PriceList prices) {
        this.world = world;
        this.tenant = tenant;
        this.contracts = contracts;
        this.prices = prices;
    }

    /** Bookings are transactions of some seconds, seldom of many minutes. */
    void slowly(Runnable writes) {
        int seconds = world.chance().yes(0.05)
                ? world.chance().between(600, 5400)
                : world.chance().between(0, 20);
        tenant.slowly(Duration.ofSeconds(seconds), writes);
    }

    void extend(Contract contract) {
        LocalDate start = contract.termEnd();
        int months = contract.subscription.number("RenewalTerm").intValue();
        contracts.amend(
                contract,
                "Renewal",
                start,
                Map.of("RenewalTerm", BigDecimal.valueOf(months), "AutoRenew", contract.subscription.is("AutoRenew")));
        LocalDate end = start.plusMonths(months);
        tenant.update(
                contract.subscription,
                Map.of(
                        "TermStartDate", start,
                        "TermEndDate", end,
                        "SubscriptionEndDate", end,
                        "CurrentTerm", BigDecimal.valueOf(months)));
        contracts.charges().endAt(contract, end);
        if (months > 1 && world.chance().yes(0.12)) {
            contracts
                    .charges()
                    .add(
                            contract,
                            prices.trueup,
                            BigDecimal.ONE,
                            BigDecimal.valueOf(world.chance().between(2, 40) * 49L),
                            start);
        }
        watch(contract);
    }

    /** The customer goes at the end of the term. */
    void lose(Contract contract) {
        slowly(() -> cancel(contract, contract.termEnd(), "Customer churned"));
    }

    void cancel(Contract contract, LocalDate effective, String reason) {
        contracts.amend(contract, "Cancellation", effective, Map.of("Description", reason));
        tenant.update(
                contract.subscription,
                Map.of(
                        "Status", "Cancelled",
                        "CancelledDate", effective,
                        "SubscriptionEndDate", effective,
                        "CancelReason", reason));
        contracts.charges().endAt(contract, effective);
    }

    /** At the end of the term: it renews by itself, or is cancelled when no renewal came within the time of grace. */
    void watch(Contract contract) {
        LocalDate end = contract.termEnd();
        boolean auto = contract.subscription.is("AutoRenew");
        int days = (int) ChronoUnit.DAYS.between(world.today(), end);
        world.later(days + (auto || contract.trial() ? 0 : GRACE_DAYS), () -> {
            if (contract.active() && contract.termEnd().equals(end)) {
                slowly(() -> end(contract, end));
            }
        });
    }

    private void end(Contract contract, LocalDate end) {
        if (contract.subscription.is("AutoRenew")) {
            extend(contract);
        } else {
            cancel(contract, end, "Not renewed");
        }
    }
}
