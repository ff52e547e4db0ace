package bizops.sandbox.company;

import bizops.sandbox.zuora.data.Tenant;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens billing accounts. They know their Salesforce account by CrmId, which people have typed, or forgotten. */
final class Customers {
    private static final int SHORT_ID = 15;

    private final World world;
    private final Tenant tenant;
    private final Map<String, Customer> byAccount = new LinkedHashMap<>();

    Customers(World world, Tenant tenant) {
        this.world = world;
        this.tenant = tenant;
    }

    Iterable<Customer> all() {
        return byAccount.values();
    }

    /** The customer behind a Salesforce account, opened now if it is new. */
    Customer of(bizops.sandbox.salesforce.data.Row account) {
        Customer customer = byAccount.get(account.id());
        if (customer == null) {
            customer = open(String.valueOf(account.text("Name")), account.id(), account.text("Region__c"), account);
            byAccount.put(account.id(), customer);
        }
        return customer;
    }

    /** The customer behind a Salesforce account, if it has ever bought. */
    Optional<Customer> known(bizops.sandbox.salesforce.data.Row account) {
        return Optional.ofNullable(byAccount.get(account.id()));
    }

    /** A customer that nobody of sales knows. */
    Customer unknown(String name) {
        Customer customer = open(name, null, null, null);
        byAccount.put(name, customer);
        return customer;
    }

    private Customer open(
            String name,
            @Nullable String crmId,
            @Nullable String region,
            bizops.sandbox.salesforce.data.@Nullable Row salesforce) {
        Chance chance = world.chance();
        Map<String, Object> account = new HashMap<>();
        account.put("Name", name);
        account.put("AccountNumber", tenant.number("A"));
        account.put("Status", "Active");
        account.put("Batch", chance.of(List.of("Batch1", "Batch1", "Batch2")));
        account.put("BillCycleDay", BigDecimal.valueOf(chance.of(List.of(1, 1, 1, 15, 31))));
        account.put("AutoPay", chance.yes(0.4));
        account.put("Currency", currency(region));
        account.put("PaymentTerm", chance.of(List.of("Net 30", "Net 30", "Net 60", "Due Upon Receipt")));
        account.put("PaymentGateway", "Stripe v2");
        account.put("TaxExemptStatus", "No");
        account.put("Entity__c", "EMEA".equals(region) ? "BizOps BV" : "BizOps Inc");
        for (String amount : List.of("Balance", "CreditBalance", "TotalInvoiceBalance", "Mrr")) {
            account.put(amount, BigDecimal.ZERO);
        }
        if (chance.yes(0.25)) {
            account.put("Notes", world.words().text());
        }
        if (chance.yes(0.06) && !byAccount.isEmpty()) {
            var parent = chance.of(List.copyOf(byAccount.values())).account;
            account.put("ParentAccount.Id", parent.id());
            account.put("Parent__c", String.valueOf(parent.text("Name")));
        }
        String typed = typed(crmId);
        if (typed != null) {
            account.put("CrmId", typed);
        }
        var row = tenant.insert("Account", account);
        var billTo = contact(row.id(), region, salesforce);
        var soldTo = chance.yes(0.8) ? billTo : contact(row.id(), region, salesforce);
        var method = paymentMethod(row.id());
        tenant.update(
                row,
                Map.of(
                        "BillToContact.Id", billTo.id(),
                        "SoldToContact.Id", soldTo.id(),
                        "DefaultPaymentMethod.Id", method.id()));
        return new Customer(row, billTo, soldTo, method);
    }

    private String currency(@Nullable String region) {
        double luck = world.chance().between(1, 100);
        if (!"EMEA".equals(region) || luck > 35) {
            return "USD";
        }
        return luck > 10 ? "EUR" : "GBP";
    }

    /** The id of the Salesforce account as it got into the field. */
    private @Nullable String typed(@Nullable String crmId) {
        int luck = world.chance().between(1, 100);
        if (crmId == null || luck <= 4) {
            return null;
        }
        if (luck <= 12) {
            return crmId.substring(0, SHORT_ID);
        }
        if (luck == 16) {
            return world.org().table("Lead").rows().stream()
                    .findFirst()
                    .map(lead -> lead.id())
                    .orElse(crmId);
        }
        return luck <= 15 ? crmId.toLowerCase(Locale.ROOT) : crmId;
    }

    private bizops.sandbox.zuora.data.Row contact(
            String accountId, @Nullable String region, bizops.sandbox.salesforce.data.@Nullable Row salesforce) {
        String first = world.words().first();
        String last = world.words().last();
        Map<String, Object> contact = new HashMap<>();
        contact.put("AccountId", accountId);
        contact.put("FirstName", first);
        contact.put("LastName", last);
        contact.put("WorkEmail", world.words().email(first, last, "customer.example"));
        contact.put("WorkPhone", world.words().phone());
        for (Map.Entry<String, String> part : Map.of(
                        "Address1", "BillingStreet",
                        "City", "BillingCity",
                        "State", "BillingState",
                        "PostalCode", "BillingPostalCode",
                        "Country", "BillingCountry")
                .entrySet()) {
            String value = salesforce == null ? null : salesforce.text(part.getValue());
            if (value != null) {
                contact.put(part.getKey(), value);
            }
        }
        if (region != null) {
            contact.put("TaxRegion", region);
        }
        return tenant.insert("Contact", contact);
    }

    private bizops.sandbox.zuora.data.Row paymentMethod(String accountId) {
        boolean card = world.chance().yes(0.6);
        Map<String, Object> method = new HashMap<>();
        method.put("Account.Id", accountId);
        method.put("Active", true);
        method.put("PaymentMethodStatus", "Active");
        method.put("Type", card ? "CreditCard" : "ACH");
        method.put("TotalNumberOfProcessedPayments", BigDecimal.ZERO);
        method.put("NumConsecutiveFailures", BigDecimal.ZERO);
        if (card) {
            method.put("CreditCardType", world.chance().of(List.of("Visa", "MasterCard", "AmericanExpress")));
            method.put("CreditCardMaskNumber", "************" + world.chance().between(1000, 9999));
            method.put(
                    "CreditCardExpirationMonth",
                    BigDecimal.valueOf(world.chance().between(1, 12)));
            method.put(
                    "CreditCardExpirationYear",
                    BigDecimal.valueOf(world.chance().between(2027, 2031)));
        }
        return tenant.insert("PaymentMethod", method);
    }
}
