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

    Contracts(World world, Tenant tenant) {
        this.world = world;
        this.tenant = tenant;
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

    /** Adds a charge in a rate plan of its own, segment 1, until the end of the term. */
    Contract.Charge add(Contract contract, Offer offer, BigDecimal quantity, BigDecimal price, LocalDate start) {
        Map<String, Object> shared = links(contract, offer);
        Map<String, Object> plan = new HashMap<>(shared);
        plan.remove("ProductRatePlanCharge.Id");
        plan.put("Name", offer.plan().copy().get("Name"));
        plan.put("InvoiceOwnerId", contract.customer.account.id());
        plan.put("SubscriptionOwnerId", contract.customer.account.id());
        plan.put("SubscriptionRatePlanNumber", tenant.number("SRP-"));
        Row planRow = tenant.insert("RatePlan", plan);
        tenant.updateUnstamped(planRow, Map.of("OriginalRatePlanId", planRow.id()));
        Map<String, Object> charge = new HashMap<>(shared);
        charge.put("RatePlan.Id", planRow.id());
        charge.put("ChargeNumber", tenant.number("C-"));
        for (String same : List.of(
                "Name",
                "ChargeType",
                "ChargeModel",
                "BillingTiming",
                "BillingPeriod",
                "ListPriceBase",
                "UOM",
                "TriggerEvent",
                "BillCycleType",
                "RevRecTriggerCondition")) {
            charge.put(same, offer.charge().values().get(same));
        }
        charge.put("BillCycleDay", contract.customer.account.number("BillCycleDay"));
        charge.put("EndDateCondition", offer.kind() == Offer.Kind.ONCE ? "One Time" : "Subscription End");
        charge.put("Segment", BigDecimal.ONE);
        charge.put("Version", BigDecimal.ONE);
        charge.put("IsLastSegment", true);
        charge.put("IsProcessed", false);
        charge.put("EffectiveStartDate", start);
        charge.put("EffectiveEndDate", offer.kind() == Offer.Kind.ONCE ? start : contract.termEnd());
        charge.put("Quantity", quantity);
        charge.values().removeIf(Objects::isNull);
        Row chargeRow = tenant.insert("RatePlanCharge", charge);
        tenant.updateUnstamped(chargeRow, Map.of("OriginalId", chargeRow.id()));
        Map<String, Object> tier = new HashMap<>(shared);
        tier.put("RatePlan.Id", planRow.id());
        tier.put("RatePlanCharge.Id", chargeRow.id());
        tier.put("Currency", contract.customer.currency());
        tier.put("Price", price);
        tier.put("PriceFormat", offer.kind().model.startsWith("Per Unit") ? "Per Unit" : "Flat Fee");
        tier.put("Tier", BigDecimal.ONE);
        Contract.Charge added =
                new Contract.Charge(offer, planRow, chargeRow, tenant.insert("RatePlanChargeTier", tier));
        contract.charges.add(added);
        value(added, BigDecimal.ZERO);
        return added;
    }

    private static Map<String, Object> links(Contract contract, Offer offer) {
        Map<String, Object> links = new HashMap<>();
        links.put("Subscription.Id", contract.subscription.id());
        links.put("Account.Id", contract.customer.account.id());
        links.put("Product.Id", offer.product().id());
        links.put("ProductRatePlan.Id", offer.plan().id());
        links.put("ProductRatePlanCharge.Id", offer.charge().id());
        return links;
    }

    /** Computes MRR and TCV of a charge from price, quantity and dates, and how they differ from the monthly value before. */
    void value(Contract.Charge charge, BigDecimal monthlyBefore) {
        BigDecimal each =
                charge.offer().kind() == Offer.Kind.SEATS ? charge.charge().number("Quantity") : BigDecimal.ONE;
        BigDecimal price = charge.tier().number("Price");
        Map<String, Object> values = new HashMap<>();
        if (charge.offer().kind().recurring()) {
            BigDecimal monthly = Terms.part(
                    price.multiply(each), BigDecimal.valueOf(charge.offer().periodMonths()));
            values.put("MRR", monthly);
            values.put("TCV", Terms.total(monthly, charge.start(), charge.end()));
            values.put("DMRC", Terms.plain(monthly.subtract(monthlyBefore)));
            values.put("DTCV", Terms.total(monthly.subtract(monthlyBefore), charge.start(), charge.end()));
        } else {
            BigDecimal total = charge.offer().kind() == Offer.Kind.ONCE ? price : BigDecimal.ZERO;
            values.put("MRR", BigDecimal.ZERO);
            values.put("DMRC", BigDecimal.ZERO);
            values.put("TCV", total);
            values.put("DTCV", total);
        }
        tenant.update(charge.charge(), values);
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

    /** The charge's next segment, of a stretch of time; the one before ends where it starts, if it did not end before. */
    Contract.Charge segment(
            Contract contract, Contract.Charge old, LocalDate from, LocalDate end, BigDecimal quantity) {
        BigDecimal before = old.monthly();
        Map<String, Object> next = copy(old.charge());
        LocalDate oldEnd = from.isBefore(old.end()) ? from : old.end();
        tenant.update(old.charge(), Map.of("EffectiveEndDate", oldEnd, "IsLastSegment", false));
        value(old, BigDecimal.ZERO);
        next.put("EffectiveStartDate", from);
        next.put("EffectiveEndDate", end);
        next.put("Quantity", quantity);
        next.put("Segment", old.charge().number("Segment").add(BigDecimal.ONE));
        next.put("Version", old.charge().number("Version").add(BigDecimal.ONE));
        next.put("IsProcessed", false);
        next.remove("ChargedThroughDate");
        next.remove("ProcessedThroughDate");
        Row charge = tenant.insert("RatePlanCharge", next);
        Map<String, Object> tier = copy(old.tier());
        tier.put("RatePlanCharge.Id", charge.id());
        Contract.Charge added =
                new Contract.Charge(old.offer(), old.plan(), charge, tenant.insert("RatePlanChargeTier", tier));
        contract.charges.add(added);
        value(added, before);
        return added;
    }

    /** Moves the end of all charges that run until the end of the subscription. */
    void endAt(Contract contract, LocalDate end) {
        for (Contract.Charge charge : contract.charges) {
            boolean last = charge.charge().is("IsLastSegment") && charge.offer().kind() != Offer.Kind.ONCE;
            if (last || charge.end().isAfter(end)) {
                tenant.update(charge.charge(), Map.of("EffectiveEndDate", later(end, charge.start())));
                value(charge, BigDecimal.ZERO);
            }
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private Row insertCopy(Row row, Map<String, Object> changed) {
        Map<String, Object> values = copy(row);
        values.putAll(changed);
        return tenant.insert(row.type().name(), values);
    }

    private static Map<String, Object> copy(Row row) {
        Map<String, Object> values = row.copy();
        AUDIT.forEach(values::remove);
        return values;
    }
}
