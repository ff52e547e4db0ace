package bizops.tap.zuora.discover;

import java.util.Set;

/** Which objects cannot tell their deleted rows (Zuora: "Extract deleted data", limitations). Stateless. */
public final class Deletions {
    private static final Set<String> UNTOLD = Set.of(
            "PaymentTransactionLog",
            "RefundTransactionLog",
            "PaymentMethodTransactionLog",
            "AccountingCode",
            "AccountingPeriod",
            "ProcessedUsage",
            "ContactSnapshot",
            "DiscountAppliedMetrics",
            "PaymentGatewayReconciliationEventLog",
            "PaymentReconciliationJob",
            "PaymentReconciliationLog",
            "UpdaterBatch",
            "UpdaterDetail",
            "BookingTransaction",
            "CalloutHistory",
            "SmartPreventionAudit",
            "HpmCaptchaValidationResult",
            "EmailHistory");

    private Deletions() {}

    public static boolean told(String object) {
        return !UNTOLD.contains(object);
    }
}
