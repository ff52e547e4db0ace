package bizops.sandbox.company;

import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.data.Row;
import bizops.sandbox.zuora.data.Tenant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The finance department: turns deals that are won in Salesforce into accounts, subscriptions and amendments in Zuora,
 * days later, as people there do it. Draws luck of its own and never changes the org.
 */
final class Billing {
    private static final BigDecimal FEWEST_SEATS = BigDecimal.valueOf(5);

    private final World world;
    private final Tenant tenant;
    private final PriceList prices;
    private final Customers customers;
    private final Contracts contracts;
    private final Endings endings;

    Billing(World company, Tenant tenant) {
        world = company.apart("billing");
        this.tenant = tenant;
        prices = new PriceList(tenant);
        customers = new Customers(world, tenant);
        contracts = new Contracts(world, tenant);
        endings = new Endings(world, tenant, contracts, prices);
        Invoicing invoicing = new Invoicing(world, tenant, customers, new Payments(world, tenant));
        company.org().follow(this::changed);
        SelfService selfService = new SelfService(world, tenant, customers, contracts, prices, endings);
        world.later(1, selfService::tryOut);
        world.later(2, selfService::signUp);
        world.later(1, invoicing::day);
        new Lifetime(world, tenant, customers, contracts).start();
    }

    private void changed(Org.Change change) {
        if (change.object().equals("Opportunity") && change.becomes("IsClosed")) {
            Row deal = change.row();
            boolean renewal = "Renewal".equals(deal.text("Type"));
            if (deal.is("IsWon")) {
                world.later(world.chance().between(0, 4), () -> endings.slowly(() -> book(deal)));
            } else if (renewal) {
                world.later(world.chance().between(1, 9), () -> current(deal).ifPresent(endings::lose));
            }
        } else if (change.object().equals("Opportunity")
                && change.isInsert()
                && world.chance().yes(0.05)) {
            Row deal = change.row();
            world.later(2, () -> account(deal).ifPresent(this::tryFree));
        }
    }

    /** A month for nothing before the deal is decided. */
    private void tryFree(Row account) {
        if (World.alive(account)) {
            Contract contract =
                    contracts.subscribe(customers.of(account), new Contracts.Order(world.today(), 1, false, Map.of()));
            contracts.charges().add(contract, prices.trial, BigDecimal.ONE, BigDecimal.ZERO, world.today());
            endings.watch(contract);
        }
    }

    private Optional<Row> account(Row deal) {
        return Optional.ofNullable(world.org().table("Account").find(deal.text("AccountId")));
    }

    private Optional<Contract> current(Row deal) {
        return account(deal).flatMap(customers::known).flatMap(Customer::current);
    }

    private void book(Row deal) {
        BigDecimal amount = deal.number("Amount");
        if (!World.alive(deal) || amount == null || account(deal).isEmpty()) {
            return;
        }
        Customer customer = customers.of(account(deal).get());
        Optional<Contract> current = customer.current();
        String type = Objects.requireNonNullElse(deal.text("Type"), "New Business");
        if (type.equals("Add-On Business") && current.isPresent()) {
            grow(current.get(), deal, amount);
        } else if (type.equals("Renewal") && current.isPresent()) {
            renew(current.get(), deal, amount);
        } else {
            sell(customer, deal, amount, world.today());
        }
    }

    private Contract sell(Customer customer, Row deal, BigDecimal amount, LocalDate start) {
        Chance chance = world.chance();
        Map<String, Object> more = quote(deal);
        Contract contract = contracts.subscribe(customer, new Contracts.Order(start, 12, chance.yes(0.3), more));
        if (amount.signum() <= 0) {
            contracts.charges().add(contract, prices.trial, BigDecimal.ONE, BigDecimal.ZERO, start);
        } else {
            Offer offer = chance.of(
                    List.of(prices.yearlySeats, prices.yearlySeats, prices.quarterlySeats, prices.monthlySeats));
            BigDecimal support =
                    chance.yes(0.3) ? Terms.cents(amount.multiply(new BigDecimal("0.12"))) : BigDecimal.ZERO;
            BigDecimal seats =
                    FEWEST_SEATS.max(amount.divide(BigDecimal.valueOf(chance.between(200, 900)), 0, RoundingMode.DOWN));
            BigDecimal price = Terms.part(
                    amount.subtract(support).multiply(BigDecimal.valueOf(offer.periodMonths())),
                    seats.multiply(Terms.YEAR));
            contracts.charges().add(contract, offer, seats, price, start);
            if (support.signum() > 0) {
                contracts.charges().add(contract, prices.support, BigDecimal.ONE, support, start);
            }
            if (chance.yes(0.25)) {
                contracts.charges().add(contract, prices.onboarding, BigDecimal.ONE, BigDecimal.valueOf(1500), start);
            }
            if (chance.yes(0.15)) {
                contracts.charges().add(contract, prices.usage, BigDecimal.ZERO, new BigDecimal("0.000125"), start);
            }
        }
        endings.watch(contract);
        return contract;
    }

    private Map<String, Object> quote(Row deal) {
        Map<String, Object> more = new HashMap<>();
        more.put("OpportunityId__c", deal.id());
        more.put("OpportunityName__QT", String.valueOf(deal.text("Name")));
        more.put("QuoteNumber__QT", tenant.number("Q-"));
        more.put("QuoteType__QT", "New Subscription");
        more.put("QuoteBusinessType__QT", Objects.requireNonNullElse(deal.text("Type"), "New Business"));
        LocalDate close = deal.date("CloseDate");
        if (close != null) {
            more.put("OpportunityCloseDate__QT", close);
        }
        if (world.chance().yes(0.15)) {
            more.put("Notes", world.words().text());
        }
        return more;
    }

    /** More seats from today on; without seats, another plan. */
    private void grow(Contract contract, Row deal, BigDecimal amount) {
        LocalDate from = world.today().isBefore(contract.termEnd()) ? world.today() : contract.termStart();
        Contract.Charge seats = contract.charges.stream()
                .filter(charge -> charge.offer().kind() == Offer.Kind.SEATS
                        && charge.charge().is("IsLastSegment")
                        && !charge.start().isAfter(world.today()))
                .findFirst()
                .orElse(null);
        if (seats == null || world.chance().yes(0.25)) {
            contracts.amend(contract, "NewProduct", from, Map.of("Description", String.valueOf(deal.text("Name"))));
            contracts.charges().add(contract, prices.support, BigDecimal.ONE, Terms.cents(amount), from);
            return;
        }
        contracts.amend(contract, "UpdateProduct", from, Map.of("SpecificUpdateDate", from));
        Contract.Charge copy = contract.charges.stream()
                .filter(charge -> charge.charge().is("IsLastSegment")
                        && Objects.equals(
                                charge.charge().text("ChargeNumber"),
                                seats.charge().text("ChargeNumber")))
                .findFirst()
                .orElseThrow();
        BigDecimal yearly = copy.tier()
                .number("Price")
                .multiply(Terms.YEAR)
                .divide(BigDecimal.valueOf(copy.offer().periodMonths()), 9, RoundingMode.HALF_UP);
        BigDecimal seatsMore = yearly.signum() == 0
                ? BigDecimal.ONE
                : amount.divide(yearly, 0, RoundingMode.UP).max(BigDecimal.ONE);
        contracts
                .charges()
                .segment(
                        contract,
                        copy,
                        from,
                        copy.end(),
                        copy.charge().number("Quantity").add(seatsMore));
    }

    /** Another term of the same subscription, or a new subscription that the old one names. */
    private void renew(Contract contract, Row deal, BigDecimal amount) {
        if (world.chance().yes(0.3)) {
            Contract next = sell(contract.customer, deal, amount, contract.termEnd());
            tenant.update(
                    contract.subscription,
                    Map.of("Renewal_Subscription__c__c", world.chance().yes(0.1) ? next.name() + " " : next.name()));
            endings.cancel(contract, contract.termEnd(), "Renewed by another");
        } else {
            endings.extend(contract);
        }
    }
}
