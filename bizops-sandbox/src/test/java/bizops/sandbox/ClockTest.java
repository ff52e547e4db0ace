package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClockTest {
    private static final SandboxOptions SMALL = SandboxOptions.defaults().scale(0.08);
    private static final List<String> OBJECTS = List.of(
            "User",
            "Account",
            "Contact",
            "Lead",
            "Campaign",
            "CampaignMember",
            "Opportunity",
            "OpportunityContactRole",
            "OpportunityHistory",
            "OpportunityFieldHistory",
            "Task");

    private static final List<String> BILLED = List.of(
            "Account",
            "Subscription",
            "RatePlanCharge",
            "RatePlanChargeTier",
            "Amendment",
            "Invoice",
            "InvoiceItem",
            "Payment",
            "Refund",
            "CalloutHistory");

    private static String truth(Sandbox sandbox) {
        return Stream.concat(
                        OBJECTS.stream().map(sandbox::truthLines),
                        BILLED.stream().map(sandbox.zuora()::truthLines))
                .collect(Collectors.joining());
    }

    private static String truth(SandboxOptions options) {
        try (Sandbox sandbox = Sandbox.start(options)) {
            return truth(sandbox);
        }
    }

    @Test
    void oneSeedGivesTheSameBytesAndAnotherSeedAnotherCompany() {
        String first = truth(SMALL.seed(7));

        assertThat(truth(SMALL.seed(7))).isEqualTo(first);
        assertThat(truth(SMALL.seed(8))).isNotEqualTo(first);
    }

    @Test
    void timeMayPassInPiecesAtTheStartOrLater() {
        String atOnce = truth(SMALL.advance(Duration.ofDays(40)));

        assertThat(truth(SMALL.advance(Duration.ofDays(39)).advance(Duration.ofDays(1))))
                .isEqualTo(atOnce);
        try (Sandbox sandbox = Sandbox.start(SMALL)) {
            for (Duration step : List.of(Duration.ofHours(7), Duration.ofSeconds(1), Duration.ofDays(3))) {
                sandbox.advance(step);
            }
            sandbox.advance(Duration.between(sandbox.now(), SandboxOptions.USUAL_CLOCK.plus(Duration.ofDays(40))));
            assertThat(truth(sandbox)).isEqualTo(atOnce);
        }
    }

    @Test
    void requestsDoNotMoveTheClock() {
        try (Sandbox sandbox = Sandbox.start(SMALL)) {
            Client client = new Client(sandbox);
            client.query("SELECT Id FROM Lead");

            assertThat(sandbox.now()).isEqualTo(SandboxOptions.USUAL_CLOCK);
            assertThat(client.query("SELECT Id FROM Lead").response().headers().firstValue("Date"))
                    .contains("Tue, 30 Jun 2026 12:00:00 GMT");
        }
    }

    @Test
    void aMonthBringsLeadsDealsConversionsAndDeletionsAndStampsEveryChangedRow() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.4))) {
            Instant before = sandbox.now();
            Map<String, Map<Object, Object>> old =
                    OBJECTS.stream().collect(Collectors.toMap(object -> object, object -> rows(sandbox, object)));
            sandbox.advance(Duration.ofDays(30));

            assertThat(changed(sandbox, "Lead", "CreatedDate", before)).hasSizeGreaterThan(50);
            assertThat(changed(sandbox, "CampaignMember", "CreatedDate", before))
                    .hasSizeGreaterThan(50);
            assertThat(changed(sandbox, "OpportunityHistory", "CreatedDate", before))
                    .isNotEmpty();
            assertThat(changed(sandbox, "Lead", "SystemModstamp", before).stream()
                            .filter(row -> Boolean.TRUE.equals(row.get("IsDeleted"))))
                    .isNotEmpty();
            assertThat(changed(sandbox, "Lead", "SystemModstamp", before).stream()
                            .filter(row -> Boolean.TRUE.equals(row.get("IsConverted"))))
                    .isNotEmpty();
            assertThat(sandbox.truth("CampaignMember").stream()
                            .map(row -> (Instant) row.get("_gone_at"))
                            .filter(Objects::nonNull))
                    .anyMatch(gone -> gone.isAfter(before));
            assertEveryDifferenceIsStamped(sandbox, old, before);
        }
    }

    private static void assertEveryDifferenceIsStamped(
            Sandbox sandbox, Map<String, Map<Object, Object>> old, Instant before) {
        for (String object : List.of("Lead", "Opportunity", "Account", "Contact", "OpportunityContactRole", "User")) {
            sandbox.truth(object).stream()
                    .filter(row -> !Objects.equals(
                            stored(row), Objects.requireNonNull(old.get(object)).get(row.get("Id"))))
                    .filter(row -> row.get("_gone_at") == null)
                    .forEach(row -> assertThat((Instant) row.get("SystemModstamp"))
                            .as(object + row)
                            .isAfter(before));
        }
    }

    private static Map<Object, Object> rows(Sandbox sandbox, String object) {
        return sandbox.truth(object).stream()
                .collect(Collectors.toMap(row -> Objects.requireNonNull(row.get("Id")), ClockTest::stored));
    }

    /** The values as text. */
    private static Object stored(Map<String, ?> row) {
        return new ArrayList<>(row.entrySet()).toString();
    }

    private static List<? extends Map<String, ?>> changed(Sandbox sandbox, String object, String stamp, Instant since) {
        return Stream.of(object)
                .flatMap(name -> sandbox.truth(name).stream())
                .filter(row -> ((Instant) Objects.requireNonNull(row.get(stamp))).isAfter(since))
                .toList();
    }
}
