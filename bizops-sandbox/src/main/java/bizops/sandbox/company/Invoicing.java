package bizops.sandbox.company;

import bizops.sandbox.zuora.data.Row;
import bizops.sandbox.zuora.data.Tenant;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The bill run of every morning: drafts an invoice for each account that owes something, deletes some drafts and makes
 * them again, and posts them. All of a run is stamped at its start and committed when it ends.
 */
final class Invoicing {
    private static final Duration RUN = Duration.ofMinutes(9);

    private final World world;
    private final Tenant tenant;
    private final Customers customers;
    private final Payments payments;
    private final Due due;

    Invoicing(World world, Tenant tenant, Customers customers, Payments payments) {
        this.world = world;
        this.tenant = tenant;
        this.customers = customers;
        this.payments = payments;
        this.due = new Due(world, tenant);
    }

    /** What a morning brings; plans the next. */
    void day() {
        tenant.slowly(RUN, () -> customers.all().forEach(this::bill));
        Instant tomorrow = world.org().now().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        world.agenda().at(tomorrow.plus(Duration.ofHours(8)), this::day);
    }

    private void bill(Customer customer) {
        List<Due.Line> lines = due.of(customer);
        if (!lines.isEmpty()) {
            Row draft = draft(customer, lines);
            if (world.chance().yes(0.08)) {
                world.later(1, () -> regenerate(customer, lines, draft));
            } else {
                post(customer, draft);
            }
        }
    }

    private Row draft(Customer customer, List<Due.Line> lines) {
        BigDecimal amount = lines.stream().map(Due.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<String, Object> invoice = new HashMap<>();
        invoice.put("InvoiceNumber", tenant.number("INV"));
        invoice.put("Account.Id", customer.account.id());
        invoice.put("BillToContact.Id", customer.billTo.id());
        invoice.put("SoldToContact.Id", customer.soldTo.id());
        invoice.put("InvoiceDate", world.today());
        invoice.put("TargetDate", world.today());
        invoice.put("DueDate", world.today().plusDays(days(customer)));
        invoice.put("Status", "Draft");
        invoice.put("Source", "BillRun");
        invoice.put("Amount", amount);
        invoice.put("AmountWithoutTax", amount);
        invoice.put("Balance", amount);
        for (String zero : List.of(
                "TaxAmount", "AdjustmentAmount", "PaymentAmount", "RefundAmount", "CreditBalanceAdjustmentAmount")) {
            invoice.put(zero, BigDecimal.ZERO);
        }
        invoice.put(
                "IncludesRecurring",
                lines.stream().anyMatch(line -> line.charge().offer().kind().recurring()));
        invoice.put(
                "IncludesOneTime",
                lines.stream().anyMatch(line -> line.charge().offer().kind() == Offer.Kind.ONCE));
        invoice.put(
                "IncludesUsage",
                lines.stream().anyMatch(line -> line.charge().offer().kind() == Offer.Kind.USAGE));
        Row row = tenant.insert("Invoice", invoice);
        lines.forEach(line -> item(customer, row, line));
        return row;
    }

    private void item(Customer customer, Row invoice, Due.Line line) {
        Map<String, Object> item = new HashMap<>();
        for (String link : List.of(
                "Product.Id", "ProductRatePlan.Id", "ProductRatePlanCharge.Id", "RatePlan.Id", "Subscription.Id")) {
            item.put(link, line.charge().charge().copy().get(link));
        }
        item.put("RatePlanCharge.Id", line.charge().charge().id());
        item.put("Invoice.Id", invoice.id());
        item.put("Account.Id", customer.account.id());
        item.put("BillToContact.Id", customer.billTo.id());
        item.put("SoldToContact.Id", customer.soldTo.id());
        item.put("ChargeName", line.charge().offer().text("Name"));
        item.put("ChargeNumber", line.charge().charge().copy().get("ChargeNumber"));
        item.put("SubscriptionNumber", line.contract().name());
        item.put("ChargeDate", world.org().now().truncatedTo(ChronoUnit.SECONDS));
        item.put("ChargeAmount", line.amount());
        item.put("Quantity", line.quantity());
        item.put("UnitPrice", line.charge().tier().number("Price"));
        item.put("ProcessingType", "Charge");
        item.put("TaxAmount", BigDecimal.ZERO);
        item.put("TaxMode", "TaxExclusive");
        item.put("SKU", Objects.requireNonNull(line.charge().offer().product().text("SKU")));
        item.put("AccountingCode", "Deferred Revenue");
        item.put("ServiceStartDate", line.from());
        item.put("ServiceEndDate", line.to().isAfter(line.from()) ? line.to().minusDays(1) : line.to());
        Object uom = line.charge().charge().values().get("UOM");
        if (uom != null) {
            item.put("UOM", uom);
        }
        item.values().removeIf(Objects::isNull);
        tenant.insert("InvoiceItem", item);
    }

    /** Somebody found a mistake: the draft goes, with its items, and a new one comes. */
    private void regenerate(Customer customer, List<Due.Line> lines, Row draft) {
        for (Row item : List.copyOf(tenant.rows("InvoiceItem"))) {
            if (draft.id().equals(item.text("Invoice.Id"))) {
                tenant.delete(item);
            }
        }
        tenant.delete(draft);
        post(customer, draft(customer, lines));
    }

    private void post(Customer customer, Row draft) {
        world.agenda()
                .at(world.org().now().plus(Duration.ofMinutes(world.chance().between(30, 1500))), () -> {
                    Instant posted = world.chance().yes(0.05)
                            ? midnight()
                            : world.org().now().truncatedTo(ChronoUnit.SECONDS);
                    tenant.update(draft, Map.of("Status", "Posted", "PostedDate", posted));
                    BigDecimal balance = customer.account.number("Balance").add(draft.number("Balance"));
                    BigDecimal monthly = customer.contracts.stream()
                            .filter(Contract::active)
                            .flatMap(contract -> contract.charges.stream())
                            .filter(charge -> charge.charge().is("IsLastSegment"))
                            .map(Contract.Charge::monthly)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    tenant.update(
                            customer.account,
                            Map.of(
                                    "Balance",
                                    balance,
                                    "TotalInvoiceBalance",
                                    balance,
                                    "LastInvoiceDate",
                                    world.today(),
                                    "Mrr",
                                    monthly));
                    payments.expect(customer, draft, days(customer));
                });
    }

    /** Midnight in the zone of Zuora's own machines, which exports write as a mere date. */
    private Instant midnight() {
        return world.org()
                .now()
                .atZone(java.time.ZoneId.of("America/Los_Angeles"))
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
    }

    private static int days(Customer customer) {
        return switch (String.valueOf(customer.account.text("PaymentTerm"))) {
            case "Net 30" -> 30;
            case "Net 60" -> 60;
            default -> 0;
        };
    }
}
