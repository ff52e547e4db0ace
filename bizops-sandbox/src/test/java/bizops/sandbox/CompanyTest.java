package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.salesforce.data.RecordId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompanyTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private List<Map<String, @Nullable Object>> live(String object) {
        return sandbox.truth(object).stream()
                .filter(row -> !is(row, "IsDeleted") && row.get("_gone_at") == null)
                .toList();
    }

    private static boolean is(Map<String, @Nullable Object> row, String field) {
        return Boolean.TRUE.equals(row.get(field));
    }

    private Map<Object, Map<String, @Nullable Object>> byId(String object) {
        Map<Object, Map<String, @Nullable Object>> rows = new HashMap<>();
        sandbox.truth(object).forEach(row -> rows.put(Objects.requireNonNull(row.get("Id")), row));
        return rows;
    }

    @Test
    void everyRowWasMadeBySomebody() {
        List<String> users = sandbox.truth("User").stream()
                .map(user -> String.valueOf(user.get("Id")))
                .toList();

        for (String object : List.of("User", "Account", "Lead", "Opportunity")) {
            assertThat(sandbox.truth(object)).allMatch(row -> users.contains(row.get("CreatedById")));
        }
    }

    @Test
    void isAsLargeAsAYoungSalesOrganisation() {
        assertThat(sandbox.truth("Lead")).hasSizeBetween(4_700, 5_300);
        assertThat(live("Opportunity")).hasSizeBetween(600, 800);
        assertThat(live("Campaign")).hasSizeBetween(40, 55);
        assertThat(live("Campaign").stream().map(row -> row.get("Type")).distinct())
                .hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void hasAboutTwoHundredCustomersInSalesAndInBilling() {
        assertThat(live("Opportunity").stream()
                        .filter(deal -> is(deal, "IsWon"))
                        .map(deal -> deal.get("AccountId"))
                        .distinct())
                .hasSizeBetween(170, 230);
        assertThat(sandbox.zuora().truth("Account").stream().filter(account -> !is(account, "Deleted")))
                .hasSizeBetween(180, 250);
    }

    @Test
    void aConvertedLeadHasItsDateAndIdsAndItsMembershipsBothIds() {
        List<Map<String, @Nullable Object>> converted =
                live("Lead").stream().filter(row -> is(row, "IsConverted")).toList();
        Map<@Nullable Object, List<Map<String, @Nullable Object>>> members = live("CampaignMember").stream()
                .filter(row -> row.get("LeadId") != null)
                .collect(Collectors.groupingBy(row -> Objects.requireNonNull(row.get("LeadId"))));

        assertThat(converted).hasSizeGreaterThan(100).allSatisfy(lead -> {
            assertThat(lead.get("ConvertedDate")).isNotNull();
            assertThat(lead.get("ConvertedAccountId")).isNotNull();
            assertThat(lead.get("ConvertedContactId")).isNotNull();
            assertThat(lead.get("Status")).isEqualTo("Closed - Converted");
            assertThat(members.getOrDefault(lead.get("Id"), List.of()))
                    .allSatisfy(
                            member -> assertThat(member.get("ContactId")).isEqualTo(lead.get("ConvertedContactId")));
        });
    }

    @Test
    void stageDecidesWhetherADealIsClosedAndWon() {
        assertThat(sandbox.truth("Opportunity")).allSatisfy(deal -> {
            String stage = String.valueOf(deal.get("StageName"));
            assertThat(is(deal, "IsWon")).isEqualTo(stage.equals("Closed Won"));
            assertThat(is(deal, "IsClosed"))
                    .isEqualTo(List.of("Closed Won", "8-Closed Lost", "9-Unqualified", "10-Duplicate")
                            .contains(stage));
        });
    }

    @Test
    void theNewestHistoryRowOfADealAgreesWithTheDeal() {
        Map<@Nullable Object, Map<String, @Nullable Object>> newest = new HashMap<>();
        for (Map<String, @Nullable Object> row : sandbox.truth("OpportunityHistory")) {
            newest.merge(
                    Objects.requireNonNull(row.get("OpportunityId")),
                    row,
                    (left, right) -> ((Instant) Objects.requireNonNull(left.get("CreatedDate")))
                                    .isAfter((Instant) Objects.requireNonNull(right.get("CreatedDate")))
                            ? left
                            : right);
        }

        assertThat(live("Opportunity"))
                .allSatisfy(deal -> assertThat(newest.get(deal.get("Id")))
                        .containsEntry("StageName", deal.get("StageName"))
                        .containsEntry("Amount", deal.get("Amount"))
                        .containsEntry("CloseDate", deal.get("CloseDate")));
    }

    @Test
    void mergedLosersAreDeletedAndPointToAnotherRow() {
        for (String object : List.of("Lead", "Account")) {
            Map<Object, Map<String, @Nullable Object>> rows = byId(object);
            List<Map<String, @Nullable Object>> losers = rows.values().stream()
                    .filter(row -> row.get("MasterRecordId") != null)
                    .toList();

            assertThat(losers).isNotEmpty().allSatisfy(row -> {
                assertThat(is(row, "IsDeleted")).isTrue();
                assertThat(rows).containsKey(Objects.requireNonNull(row.get("MasterRecordId")));
                assertThat(row.get("MasterRecordId")).isNotEqualTo(row.get("Id"));
            });
        }
    }

    @Test
    void oneToThreePercentOfLeadsWereDeletedWithoutAMerge() {
        List<Map<String, @Nullable Object>> leads = sandbox.truth("Lead");
        long deleted = leads.stream()
                .filter(row -> is(row, "IsDeleted") && row.get("MasterRecordId") == null)
                .count();

        assertThat(deleted).isBetween(leads.size() / 100L, leads.size() * 3L / 100);
    }

    @Test
    void nothingLiveHangsOnADeletedAccount() {
        Map<Object, Map<String, @Nullable Object>> accounts = byId("Account");

        assertThat(Stream.concat(live("Contact").stream(), live("Opportunity").stream()))
                .allSatisfy(row -> assertThat(
                                is(Objects.requireNonNull(accounts.get(row.get("AccountId"))), "IsDeleted"))
                        .isFalse());
    }

    @Test
    void aMassUpdateStampsManyRowsWithOneSecond() {
        assertThat(sandbox.truth("Lead").stream()
                        .collect(Collectors.groupingBy(
                                row -> Objects.requireNonNull(row.get("SystemModstamp")), Collectors.counting()))
                        .values())
                .anyMatch(rows -> rows > 30);
    }

    @Test
    void holdsAwkwardValues() {
        assertThat(sandbox.truth("Account").stream().map(row -> row.get("Contract_Precision__c")))
                .contains(new BigDecimal("12345678901234.56"), new BigDecimal("9999999999999999.99"));
        assertThat(sandbox.truth("Lead").stream().map(row -> String.valueOf(row.get("Description"))))
                .anyMatch(text -> text.contains("🚀") && text.contains("\r\n"))
                .anyMatch(text -> text.contains("\\") && text.contains("\t"))
                .anyMatch(text -> text.contains("日本語"))
                .contains("N/A");
        assertThat(live("Opportunity").stream().map(row -> row.get("Amount"))).contains((Object) null);
        assertThat(sandbox.truth("Opportunity").stream()
                        .map(row -> (BigDecimal) row.get("Amount"))
                        .filter(Objects::nonNull))
                .anyMatch(amount -> amount.signum() == 0);
    }

    @Test
    void everyIdCarriesTheRightSuffixAndIsUnique() {
        List<String> ids = Stream.of("User", "Lead", "Account", "Campaign", "CampaignMember", "OpportunityHistory")
                .flatMap(object -> sandbox.truth(object).stream())
                .map(row -> String.valueOf(row.get("Id")))
                .toList();

        assertThat(ids)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).hasSize(18).endsWith(RecordId.suffix(id.substring(0, 15))));
        assertThat(Stream.of("001D000000HS2PP", "017bW00000HKErB", "005R0000000UyrW", "00Di0000000icUB")
                        .map(RecordId::suffix))
                .containsExactly("IA1", "QAX", "IAS", "EAY");
    }

    @Test
    void everyRequiredFieldIsFilled() {
        for (String object : List.of(
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
                "OpportunityStage",
                "Task")) {
            bizops.sandbox.salesforce.data.Schema.load().get(object).fields().values().stream()
                    .filter(bizops.sandbox.salesforce.data.Field::required)
                    .forEach(field -> assertThat(sandbox.truth(object))
                            .as(object + "." + field.name())
                            .allSatisfy(row -> assertThat(row.get(field.name())).isNotNull()));
        }
    }

    @Test
    void nothingIsStampedBeforeItsCreationOrAfterTheClock() {
        for (String object : List.of("Lead", "Opportunity", "CampaignMember", "Account")) {
            assertThat(sandbox.truth(object)).allSatisfy(row -> {
                Instant stamp = (Instant) Objects.requireNonNull(row.get("SystemModstamp"));
                assertThat(stamp)
                        .isAfterOrEqualTo((Instant) Objects.requireNonNull(row.get("CreatedDate")))
                        .isBeforeOrEqualTo(sandbox.now());
            });
        }
        assertThat(Duration.between(
                        sandbox.truth("Lead").stream()
                                .map(row -> (Instant) Objects.requireNonNull(row.get("CreatedDate")))
                                .min(Instant::compareTo)
                                .orElseThrow(),
                        sandbox.now()))
                .isBetween(Duration.ofDays(720), Duration.ofDays(731));
    }
}
