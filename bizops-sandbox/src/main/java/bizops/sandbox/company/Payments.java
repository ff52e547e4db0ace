package bizops.sandbox.company;

import bizops.sandbox.zuora.data.Row;
import bizops.sandbox.zuora.data.Tenant;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Money that comes in, now and then at the second attempt, and money that goes back. */
final class Payments {
    private final World world;
    private final Tenant tenant;

    Payments(World world, Tenant tenant) {
        this.world = world;
        this.tenant = tenant;
    }

    /** Waits for an invoice to be paid; what the company owes goes to the customer's credit or back. */
    void expect(Customer customer, Row invoice, int dueDays) {
        if (invoice.number("Balance").signum() < 0) {
            world.later(1, () -> credit(customer, invoice));
        } else if (invoice.number("Balance").signum() > 0) {
            int days = customer.account.is("AutoPay")
                    ? 1
                    : dueDays + world.chance().between(1, 20) - 5;
            world.later(Math.max(1, days), () -> attempt(customer, invoice));
        }
    }

    private void attempt(Customer customer, Row invoice) {
        if (world.chance().yes(0.06)) {
            pay(customer, invoice, "Error");
            world.later(world.chance().between(3, 9), () -> attempt(customer, invoice));
            return;
        }
        Row payment = pay(customer, invoice, "Processed");
        BigDecimal amount = payment.number("Amount");
        Row share = tenant.insert(
                "InvoicePayment",
                Map.of(
                        "Invoice.Id", invoice.id(),
                        "Payment.Id", payment.id(),
                        "Account.Id", customer.account.id(),
                        "PaymentMethod.Id", customer.paymentMethod.id(),
                        "Amount", amount,
                        "RefundAmount", BigDecimal.ZERO));
        tenant.update(invoice, Map.of("Balance", BigDecimal.ZERO, "PaymentAmount", amount));
        owed(customer, amount.negate());
        if (world.chance().yes(0.03)) {
            world.later(world.chance().between(2, 40), () -> refund(customer, invoice, payment, share));
        }
    }

    private Row pay(Customer customer, Row invoice, String status) {
        boolean card = "CreditCard".equals(customer.paymentMethod.text("Type"));
        BigDecimal amount = invoice.number("Balance");
        boolean done = status.equals("Processed");
        Map<String, Object> values = new HashMap<>();
        values.put("PaymentNumber", tenant.number("P-"));
        values.put("Account.Id", customer.account.id());
        values.put("PaymentMethod.Id", customer.paymentMethod.id());
        values.put("Amount", amount);
        values.put("AppliedAmount", done ? amount : BigDecimal.ZERO);
        values.put("UnappliedAmount", BigDecimal.ZERO);
        values.put("RefundAmount", BigDecimal.ZERO);
        values.put("EffectiveDate", world.today());
        values.put("Status", status);
        values.put("Type", card ? "Electronic" : "External");
        values.put("Gateway", "Stripe v2");
        values.put("GatewayState", done ? "Settled" : "FailedToSettle");
        Row payment = tenant.insert("Payment", values);
        tenant.insert(
                "PaymentTransactionLog",
                Map.of(
                        "Payment.Id",
                        payment.id(),
                        "PaymentMethod.Id",
                        customer.paymentMethod.id(),
                        "Gateway",
                        "Stripe v2",
                        "GatewayState",
                        done ? "Settled" : "NotSubmitted",
                        "RequestString",
                        "amount=" + amount.toPlainString() + "&currency=" + customer.currency(),
                        "ResponseString",
                        "{\"status\":\"" + (done ? "succeeded" : "declined") + "\",\n\"code\":0}",
                        "TransactionDate",
                        world.org().now().truncatedTo(ChronoUnit.SECONDS)));
        tenant.insert(
                "CalloutHistory",
                Map.of(
                        "Account.Id",
                        customer.account.id(),
                        "Attempt",
                        BigDecimal.ONE,
                        "CreatedDate",
                        world.org().now().truncatedTo(ChronoUnit.SECONDS),
                        "EventCategory",
                        done ? "PaymentProcessed" : "PaymentDeclined",
                        "NotificationName",
                        "ERP",
                        "RequestMethod",
                        "POST",
                        "RequestUrl",
                        "https://erp.bizops.example/hooks/zuora?payment=" + payment.id(),
                        "ResponseCode",
                        BigDecimal.valueOf(done ? 200 : 503)));
        return payment;
    }

    private void refund(Customer customer, Row invoice, Row payment, Row share) {
        BigDecimal amount = payment.number("Amount");
        Row refund = refund(customer, amount, "Payment");
        tenant.update(payment, Map.of("RefundAmount", amount));
        tenant.update(share, Map.of("RefundAmount", amount));
        tenant.update(invoice, Map.of("RefundAmount", amount, "Balance", amount));
        owed(customer, amount);
        tenant.insert(
                "RefundInvoicePayment",
                Map.of(
                        "Refund.Id", refund.id(),
                        "Invoice.Id", invoice.id(),
                        "Payment.Id", payment.id(),
                        "InvoicePayment.Id", share.id(),
                        "RefundAmount", amount));
    }

    private void credit(Customer customer, Row invoice) {
        BigDecimal amount = invoice.number("Balance").negate();
        tenant.update(invoice, Map.of("Balance", BigDecimal.ZERO, "CreditBalanceAdjustmentAmount", amount));
        owed(customer, amount);
        tenant.insert(
                "CreditMemo",
                Map.of(
                        "MemoNumber",
                        tenant.number("CM"),
                        "Account.Id",
                        customer.account.id(),
                        "Invoice.Id",
                        invoice.id(),
                        "Amount",
                        amount,
                        "AppliedAmount",
                        amount,
                        "Balance",
                        BigDecimal.ZERO,
                        "MemoDate",
                        world.today(),
                        "Status",
                        "Posted",
                        "ReasonCode",
                        "Correcting invoice error"));
        if (world.chance().yes(0.5)) {
            refund(customer, amount, "CreditBalance");
        } else {
            tenant.update(
                    customer.account,
                    Map.of(
                            "CreditBalance",
                            customer.account.number("CreditBalance").add(amount)));
        }
    }

    private Row refund(Customer customer, BigDecimal amount, String source) {
        return tenant.insert(
                "Refund",
                Map.of(
                        "RefundNumber",
                        tenant.number("R-"),
                        "Account.Id",
                        customer.account.id(),
                        "Amount",
                        amount,
                        "RefundDate",
                        world.today(),
                        "Status",
                        "Processed",
                        "Type",
                        "External",
                        "MethodType",
                        Objects.requireNonNull(customer.paymentMethod.text("Type")),
                        "SourceType",
                        source,
                        "ReasonCode",
                        "Customer Satisfaction"));
    }

    private void owed(Customer customer, BigDecimal more) {
        BigDecimal balance = customer.account.number("Balance").add(more);
        tenant.update(customer.account, Map.of("Balance", balance, "TotalInvoiceBalance", balance));
    }
}
