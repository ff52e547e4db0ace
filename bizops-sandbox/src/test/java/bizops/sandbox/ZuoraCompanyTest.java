package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How a tenant evolves: versions, segments, invoices and money, by the vendor's pages on amendments and metrics. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZuoraCompanyTest {
    private final Sandbox sandbox =
            Sandbox.start(SandboxOptions.defaults().scale(0.4).advance(Duration.ofDays(120)));

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private List<Map<String, @Nullable Object>> live(String object) {
        return sandbox.zuora().truth(object).stream()
                .filter(row -> !Boolean.TRUE.equals(row.get("Deleted")))
                .toList();
    }

    private static Map<Object, Map<String, @Nullable Object>> byId(List<Map<String, @Nullable Object>> rows) {
        return rows.stream().collect(Collectors.toMap(row -> text(row, "Id"), Function.identity()));
    }

    private static String text(Map<String, @Nullable Object> row, String field) {
        return Objects.requireNonNull(row.get(field), field).toString();
    }

    private static BigDecimal number(Map<String, @Nullable Object> row, String field) {
        return (BigDecimal) Objects.requireNonNull(row.get(field), field);
    }

    private static LocalDate date(Map<String, @Nullable Object> row, String field) {
        return (LocalDate) Objects.requireNonNull(row.get(field), field);
    }

    @Test
    void accountsKnowTheirSalesforceAccountInTheUsualWays() {
        Set<String> ids =
                sandbox.truth("Account").stream().map(row -> text(row, "Id")).collect(Collectors.toSet());
        Map<String, Long> kinds = live("Account").stream()
                .map(row -> Objects.requireNonNullElse(row.get("CrmId"), "").toString())
                .collect(Collectors.groupingBy(
                        id -> ids.contains(id)
                                ? "exact"
                                : id.isEmpty() ? "missing" : id.length() == 15 ? "short" : "other",
                        Collectors.counting()));

        assertThat(kinds).containsKeys("exact", "missing", "short", "other");
        assertThat(kinds.get("exact")).isGreaterThan(40);
    }

    @Test
    void everyVersionButTheFirstFollowsAnExpiredOneByAnAmendment() {
        Map<Object, Map<String, @Nullable Object>> subscriptions =
                byId(sandbox.zuora().truth("Subscription"));
        Map<Object, Map<String, @Nullable Object>> amendments =
                byId(sandbox.zuora().truth("Amendment"));
        List<Map<String, @Nullable Object>> later = live("Subscription").stream()
                .filter(row -> number(row, "Version").intValue() > 1)
                .toList();

        assertThat(later).hasSizeGreaterThan(20).allSatisfy(row -> {
            Map<String, @Nullable Object> before =
                    Objects.requireNonNull(subscriptions.get(row.get("PreviousSubscriptionId")));
            assertThat(before.get("Status")).isEqualTo("Expired");
            assertThat(before.get("Name")).isEqualTo(row.get("Name"));
            assertThat(number(before, "Version").add(BigDecimal.ONE)).isEqualTo(row.get("Version"));
            assertThat(row.get("OriginalId")).isEqualTo(before.get("OriginalId"));
            Map<String, @Nullable Object> amendment =
                    Objects.requireNonNull(amendments.get(row.get("SubscriptionVersionAmendmentId")));
            assertThat(amendment.get("SubscriptionId")).isEqualTo(before.get("Id"));
        });
        assertThat(amendments.values().stream().map(row -> row.get("Type")))
                .contains("UpdateProduct", "Renewal", "Cancellation", "SuspendSubscription", "TermsAndConditions");
    }

    @Test
    void everyVersionHasCopiesOfAllChargesUnderNewIds() {
        Map<Object, Set<Object>> numbers = sandbox.zuora().truth("RatePlanCharge").stream()
                .filter(row -> row.get("SubscriptionId") != null)
                .collect(Collectors.groupingBy(
                        row -> text(row, "SubscriptionId"),
                        Collectors.mapping(row -> text(row, "ChargeNumber"), Collectors.toSet())));
        List<Map<String, @Nullable Object>> later = live("Subscription").stream()
                .filter(row -> number(row, "Version").intValue() > 1 && numbers.containsKey(row.get("Id")))
                .toList();

        assertThat(later)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(numbers.get(row.get("Id")))
                        .containsAll(Objects.requireNonNull(numbers.get(row.get("PreviousSubscriptionId")))));
    }

    @Test
    void totalValueIsTheMonthlyOneOverTheMonthsAndTheDaysOfTheLast() {
        List<Map<String, @Nullable Object>> charges = live("RatePlanCharge").stream()
                .filter(row -> "Recurring".equals(row.get("ChargeType")))
                .toList();

        assertThat(charges).hasSizeGreaterThan(100).allSatisfy(row -> {
            LocalDate day = date(row, "EffectiveStartDate");
            LocalDate end = date(row, "EffectiveEndDate");
            int months = 0;
            while (!day.plusMonths(months + 1).isAfter(end)) {
                months++;
            }
            LocalDate last = day.plusMonths(months);
            BigDecimal fraction = BigDecimal.valueOf(end.toEpochDay() - last.toEpochDay())
                    .divide(BigDecimal.valueOf(last.lengthOfMonth()), 17, RoundingMode.HALF_UP);
            BigDecimal expected = number(row, "MRR").multiply(fraction.add(BigDecimal.valueOf(months)));
            assertThat(number(row, "TCV").subtract(expected).abs()).isLessThan(new BigDecimal("1e-12"));
        });
        assertThat(charges.stream().map(row -> number(row, "TCV").scale())).anyMatch(scale -> scale > 12);
        assertThat(charges.stream().map(row -> number(row, "Segment").intValue()))
                .contains(2);
    }

    @Test
    void invoicesAreTheSumOfTheirItemsAndPaymentsPayThem() {
        Map<String, BigDecimal> items = live("InvoiceItem").stream()
                .collect(Collectors.groupingBy(
                        row -> text(row, "InvoiceId"),
                        Collectors.reducing(BigDecimal.ZERO, row -> number(row, "ChargeAmount"), BigDecimal::add)));

        assertThat(live("Invoice")).hasSizeGreaterThan(100).allSatisfy(row -> {
            assertThat(items.get(text(row, "Id"))).isEqualByComparingTo(number(row, "Amount"));
            BigDecimal open = number(row, "Amount")
                    .subtract(number(row, "PaymentAmount"))
                    .add(number(row, "RefundAmount"))
                    .add(number(row, "CreditBalanceAdjustmentAmount"));
            assertThat(open).isEqualByComparingTo(number(row, "Balance"));
        });
        assertThat(live("InvoiceItem").stream()
                        .map(row -> number(row, "ChargeAmount").signum()))
                .contains(-1, 1);
        assertThat(live("Payment").stream().map(row -> row.get("Status"))).contains("Processed", "Error");
        assertThat(live("Refund").stream().map(row -> row.get("SourceType"))).contains("Payment", "CreditBalance");
    }

    @Test
    void draftsAndAmendmentsAreDeletedWithWhatHangsOnThem() {
        for (String object :
                List.of("Invoice", "InvoiceItem", "Subscription", "RatePlan", "RatePlanCharge", "Amendment")) {
            assertThat(sandbox.zuora().truth(object).stream().map(row -> row.get("Deleted")))
                    .as(object)
                    .contains(true, false);
        }
        assertThat(sandbox.zuora().truth("Invoice").stream()
                        .filter(row -> Boolean.TRUE.equals(row.get("Deleted")))
                        .map(row -> row.get("Status")))
                .containsOnly("Draft");
    }

    @Test
    void aVersionMayBeThereTwiceAndLinksLeadNowhere() {
        Map<String, Long> versions = live("Subscription").stream()
                .collect(Collectors.groupingBy(
                        row -> text(row, "Name") + " " + row.get("Version"), Collectors.counting()));
        List<String> links = live("Subscription").stream()
                .map(row -> Objects.requireNonNullElse(row.get("Renewal_Subscription__c__c"), "")
                        .toString())
                .toList();

        assertThat(versions.values()).contains(1L, 2L);
        assertThat(links).contains("A-S99999999").anyMatch(link -> link.contains(";  "));
    }

    @Test
    void aChargeIsBilledWithoutATouchOfItsStamp() {
        assertThat(live("RatePlanCharge").stream()
                        .filter(row -> row.get("ChargedThroughDate") != null)
                        .filter(row -> {
                            Instant stamp = (Instant) Objects.requireNonNull(row.get("UpdatedDate"));
                            return stamp.plus(Duration.ofDays(40))
                                    .isBefore(date(row, "ChargedThroughDate")
                                            .atStartOfDay(java.time.ZoneOffset.UTC)
                                            .toInstant());
                        }))
                .isNotEmpty();
    }

    @Test
    void whatSalesSellsLaterIsBilledAfterTheClockMovesOn() {
        try (Sandbox own = Sandbox.start(SandboxOptions.defaults().scale(0.04))) {
            String account = own.insert("Account", Map.of("Name", "Late Deal Inc"));
            own.insert(
                    "Opportunity",
                    Map.of(
                            "Name", "Late deal",
                            "AccountId", account,
                            "Type", "New Business",
                            "Amount", "12000",
                            "StageName", "Closed Won",
                            "CloseDate", "2026-06-30",
                            "IsClosed", true,
                            "IsWon", true));
            own.advance(Duration.ofDays(9));

            assertThat(own.zuora().truth("Account").stream().filter(row -> "Late Deal Inc".equals(row.get("Name"))))
                    .hasSize(1);
            assertThat(own.zuora().truth("Subscription").stream().map(row -> row.get("OpportunityName__QT")))
                    .contains("Late deal");
        }
    }

    @Test
    void anAccountOwesWhatItsPostedInvoicesLeaveOpen() {
        Map<Object, BigDecimal> open = live("Invoice").stream()
                .filter(row -> "Posted".equals(row.get("Status")))
                .collect(Collectors.groupingBy(
                        row -> text(row, "AccountId"),
                        Collectors.reducing(BigDecimal.ZERO, row -> number(row, "Balance"), BigDecimal::add)));

        assertThat(live("Account"))
                .allSatisfy(row -> assertThat(number(row, "Balance"))
                        .isEqualByComparingTo(open.getOrDefault(text(row, "Id"), BigDecimal.ZERO)));
        assertThat(open.values().stream().map(BigDecimal::signum)).contains(0, 1);
    }

    @Test
    void whatIsPaidForAnInvoiceIsTheSumOfItsPayments() {
        Map<Object, BigDecimal> paid = live("InvoicePayment").stream()
                .collect(Collectors.groupingBy(
                        row -> text(row, "InvoiceId"),
                        Collectors.reducing(BigDecimal.ZERO, row -> number(row, "Amount"), BigDecimal::add)));

        assertThat(live("Invoice"))
                .allSatisfy(row -> assertThat(number(row, "PaymentAmount"))
                        .isEqualByComparingTo(paid.getOrDefault(text(row, "Id"), BigDecimal.ZERO)));
        assertThat(paid).hasSizeGreaterThan(100);
    }
}
