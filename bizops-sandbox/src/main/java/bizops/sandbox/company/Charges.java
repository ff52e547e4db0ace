package bizops.sandbox.company;

import bizops.sandbox.zuora.data.Row;
import bizops.sandbox.zuora.data.Tenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The charges of a contract's newest version: their rate plans, tiers, segments and metrics. */
final class Charges {
    private final Tenant tenant;

    Charges(Tenant tenant) {
        this.tenant = tenant;
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

    /** The charge's next segment, of a stretch of time; the one before ends where it starts, if it did not end before. */
    Contract.Charge segment(
            Contract contract, Contract.Charge old, LocalDate from, LocalDate end, BigDecimal quantity) {
        BigDecimal before = old.monthly();
        Map<String, Object> next = Contracts.copy(old.charge());
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
        Map<String, Object> tier = Contracts.copy(old.tier());
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
}
