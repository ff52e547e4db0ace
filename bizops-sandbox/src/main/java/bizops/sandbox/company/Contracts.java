package bizops.sandbox.company;

import bizops.sandbox.zuora.data.Row;
import bizops.sandbox.zuora.data.Tenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Subscriptions as Zuora keeps them: every amendment leaves the version before it, expired, and makes a new one that has
 * copies of all rate plans, charges and tiers under new ids.
 */
final class Contracts {
    private static final List<String> AUDIT = List.of("Id", "CreatedDate", "CreatedById", "UpdatedDate", "UpdatedById");

    private final World world;
    private final Tenant tenant;
    private final Charges charges;

    Contracts(World world, Tenant tenant) {
        this.world = world;
        this.tenant = tenant;
        this.charges = new Charges(tenant);
    }

    Charges charges() {
        return charges;
    }

    /** What a contract begins with. */
    record Order(LocalDate start, int months, boolean autoRenew, Map<String, Object> more) {}

    /** Version 1, without charges yet. */
    Contract subscribe(Customer customer, Order order) {
        Map<String, Object> values = new HashMap<>();
        values.put("Name", tenant.number("A-S"));
        values.put("Status", "Active");
        values.put("Version", BigDecimal.ONE);
        values.put("IsLatestVersion", true);
        values.put("Revision", "1.0");
        values.put("Account.Id", customer.account.id());
        values.put("BillToContact.Id", customer.billTo.id());
        values.put("SoldToContact.Id", customer.soldTo.id());
        values.put("CreatorAccountId", customer.account.id());
        values.put("CreatorInvoiceOwnerId", customer.account.id());
        values.put("InvoiceOwnerId", customer.account.id());
        values.put("Currency", customer.currency());
        values.put("TermType", "TERMED");
        for (String term : List.of("InitialTerm", "CurrentTerm", "RenewalTerm")) {
            values.put(term, BigDecimal.valueOf(order.months()));
        }
        values.put("InitialTermPeriodType", "Month");
        values.put("RenewalSetting", "RENEW_WITH_SPECIFIC_TERM");
        values.put("AutoRenew", order.autoRenew());
        values.put("AutoRenew__c", order.autoRenew() ? "Yes" : "No");
        for (String date : List.of(
                "ContractEffectiveDate",
                "ServiceActivationDate",
                "ContractAcceptanceDate",
                "SubscriptionStartDate",
                "TermStartDate")) {
            values.put(date, order.start());
        }
        values.put("TermEndDate", order.start().plusMonths(order.months()));
        values.put("SubscriptionEndDate", order.start().plusMonths(order.months()));
        values.put("LastBookingDate", world.today());
        values.put("OriginalCreatedDate", world.org().now().truncatedTo(ChronoUnit.SECONDS));
        values.putAll(order.more());
        Row subscription = tenant.insert("Subscription", values);
        tenant.update(subscription, Map.of("OriginalId", subscription.id()));
        Contract contract = new Contract(customer, subscription);
        customer.contracts.add(contract);
        return contract;
    }

    /** A new version by an amendment; the caller then changes what the amendment is about. */
    Row amend(Contract contract, String type, LocalDate effective, Map<String, Object> more) {
        Row before = contract.subscription;
        Map<String, Object> amendment = new HashMap<>();
        amendment.put("Code", tenant.number("A-AM"));
        amendment.put("Name", type + " of " + contract.name());
        amendment.put("Type", type);
        amendment.put("Status", "Completed");
        amendment.put("Account.Id", contract.customer.account.id());
        amendment.put("Subscription.Id", before.id());
        for (String date :
                List.of("ContractEffectiveDate", "EffectiveDate", "ServiceActivationDate", "CustomerAcceptanceDate")) {
            amendment.put(date, effective);
        }
        amendment.put("BookingDate", world.today());
        amendment.putAll(more);
        Row row = tenant.insert("Amendment", amendment);
        tenant.update(before, Map.of("Status", "Expired", "IsLatestVersion", false));
        Map<String, Object> next = copy(before);
        next.put("Status", "Active");
        next.put("IsLatestVersion", true);
        next.put("Version", before.number("Version").add(BigDecimal.ONE));
        next.put("Revision", before.number("Version").add(BigDecimal.ONE) + ".0");
        next.put("PreviousSubscriptionId", before.id());
        next.put("SubscriptionVersionAmendment.Id", row.id());
        contract.before = new Contract.Before(row, before, contract.charges);
        contract.subscription = tenant.insert("Subscription", next);
        copyCharges(contract, row);
        return row;
    }

    private void copyCharges(Contract contract, Row amendment) {
        Map<String, Object> changed = Map.of(
                "Subscription.Id", contract.subscription.id(), "SubscriptionVersionAmendment.Id", amendment.id());
        Map<String, Row> plans = new HashMap<>();
        List<Contract.Charge> copies = new ArrayList<>();
        for (Contract.Charge old : contract.charges) {
            Row plan = plans.computeIfAbsent(old.plan().id(), id -> insertCopy(old.plan(), changed));
            Map<String, Object> of = new HashMap<>(changed);
            of.put("RatePlan.Id", plan.id());
            Row charge = insertCopy(old.charge(), of);
            of.put("RatePlanCharge.Id", charge.id());
            of.remove("SubscriptionVersionAmendment.Id");
            copies.add(new Contract.Charge(old.offer(), plan, charge, insertCopy(old.tier(), of)));
        }
        contract.charges = copies;
    }

    /** Deletes the newest amendment: its version goes with all that it copied, the one before it is in force again. */
    void undo(Contract contract) {
        Contract.Before before = Objects.requireNonNull(contract.before);
        for (Contract.Charge charge : contract.charges) {
            before.charges().stream()
                    .filter(old -> same(old.charge(), charge.charge()))
                    .forEach(old -> keepCharged(old.charge(), charge.charge()));
            tenant.delete(charge.tier());
            tenant.delete(charge.charge());
            tenant.delete(charge.plan());
        }
        tenant.delete(contract.subscription);
        tenant.delete(before.amendment());
        tenant.update(before.subscription(), Map.of("Status", "Active", "IsLatestVersion", true));
        contract.subscription = before.subscription();
        contract.charges = before.charges();
        contract.before = null;
    }

    private static boolean same(Row one, Row other) {
        return Objects.equals(one.text("ChargeNumber"), other.text("ChargeNumber"))
                && one.number("Segment").compareTo(other.number("Segment")) == 0;
    }

    private void keepCharged(Row old, Row newer) {
        LocalDate through = newer.date("ChargedThroughDate");
        if (through != null) {
            tenant.updateUnstamped(
                    old, Map.of("ChargedThroughDate", through, "ProcessedThroughDate", through, "IsProcessed", true));
        }
    }

    private Row insertCopy(Row row, Map<String, Object> changed) {
        Map<String, Object> values = copy(row);
        values.putAll(changed);
        return tenant.insert(row.type().name(), values);
    }

    /** What a copy of a row has in common with it. */
    static Map<String, Object> copy(Row row) {
        Map<String, Object> values = row.copy();
        AUDIT.forEach(values::remove);
        return values;
    }
}
