package bizops.sandbox.company;

import bizops.sandbox.zuora.data.Row;
import bizops.sandbox.zuora.data.Tenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the company sells: products, their rate plans, charges and list prices. */
final class PriceList {
    private static final Map<Integer, String> PERIODS = Map.of(1, "Month", 3, "Quarter", 12, "Annual");
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2100, 1, 1);
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "GBP");

    final Offer monthlySeats;
    final Offer quarterlySeats;
    final Offer yearlySeats;
    final Offer support;
    final Offer onboarding;
    final Offer usage;
    final Offer trueup;
    final Offer trial;

    private final Tenant tenant;

    PriceList(Tenant tenant) {
        this.tenant = tenant;
        Row platform = product("Revenue Platform", "Base Products", "The platform, by seats");
        monthlySeats = offer(platform, "Starter", "Starter - Monthly", Offer.Kind.SEATS, 1, "19");
        quarterlySeats = offer(platform, "Professional", "Professional - Quarterly", Offer.Kind.SEATS, 3, "147");
        yearlySeats = offer(platform, "Enterprise", "Enterprise - Annual", Offer.Kind.SEATS, 12, "1188");
        trial = offer(platform, "Trial", "Free Trial", Offer.Kind.FLAT, 1, "0");
        Row services = product("Services", "Add On Services", "Support, \"white glove\" and onboarding");
        support = offer(services, "Support", "Premium Support", Offer.Kind.FLAT, 12, "2400");
        onboarding = offer(services, "Onboarding", "Onboarding", Offer.Kind.ONCE, 0, "1500");
        Row other = product("Consumption", "Miscellaneous Products", "API calls\nbeyond the plan");
        usage = offer(other, "API Calls", "API Calls", Offer.Kind.USAGE, 1, "0.000125");
        trueup = offer(other, "Trueup", "Trueup", Offer.Kind.ONCE, 0, "0");
    }

    private Row product(String name, String category, String description) {
        return tenant.insert(
                "Product",
                Map.of(
                        "Name", name,
                        "SKU", tenant.number("SKU-"),
                        "Category", category,
                        "Description", description,
                        "AllowFeatureChanges", false,
                        "EffectiveStartDate", SINCE,
                        "EffectiveEndDate", UNTIL));
    }

    private Offer offer(Row product, String plan, String name, Offer.Kind kind, int months, String price) {
        Row planRow = tenant.insert(
                "ProductRatePlan",
                Map.of(
                        "Name", plan,
                        "Product.Id", product.id(),
                        "EffectiveStartDate", SINCE,
                        "EffectiveEndDate", UNTIL));
        Map<String, Object> charge = new HashMap<>();
        charge.put("Name", name);
        charge.put("Product.Id", product.id());
        charge.put("ProductRatePlan.Id", planRow.id());
        charge.put("ChargeType", kind.type);
        charge.put("ChargeModel", kind.model);
        charge.put("BillCycleType", "DefaultFromCustomer");
        charge.put("TriggerEvent", "ContractEffective");
        charge.put("RevRecTriggerCondition", "Contract Effective Date");
        charge.put("BillingTiming", kind == Offer.Kind.USAGE ? "In Arrears" : "In Advance");
        charge.put("ListPriceBase", "Per Billing Period");
        if (months > 0) {
            charge.put("BillingPeriod", PERIODS.get(months));
        }
        if (kind == Offer.Kind.SEATS) {
            charge.put("UOM", "Seats");
            charge.put("DefaultQuantity", BigDecimal.ONE);
        } else if (kind == Offer.Kind.USAGE) {
            charge.put("UOM", "Calls");
        }
        Row chargeRow = tenant.insert("ProductRatePlanCharge", charge);
        for (String currency : CURRENCIES) {
            tenant.insert(
                    "ProductRatePlanChargeTier",
                    Map.of(
                            "Product.Id",
                            product.id(),
                            "ProductRatePlan.Id",
                            planRow.id(),
                            "ProductRatePlanCharge.Id",
                            chargeRow.id(),
                            "Currency",
                            currency,
                            "Price",
                            new BigDecimal(price),
                            "PriceFormat",
                            kind.model.startsWith("Per Unit") ? "Per Unit" : "Flat Fee",
                            "Tier",
                            BigDecimal.ONE,
                            "Active",
                            true));
        }
        return new Offer(product, planRow, chargeRow, kind, months);
    }
}
