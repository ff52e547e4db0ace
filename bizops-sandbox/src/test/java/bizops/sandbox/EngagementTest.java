package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The Marketo instance tells the same story as the Salesforce org (section 13 of the vendor notes). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngagementTest {
    private static final List<String> TABLES = List.of(
            "leads",
            "activities",
            "deleted_leads",
            "lead_merges",
            "programs",
            "program_costs",
            "program_tags",
            "program_members",
            "smart_campaigns",
            "emails");

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.4));

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private static String story(SandboxOptions options) {
        try (Sandbox sandbox = Sandbox.start(options)) {
            return story(sandbox);
        }
    }

    private static String story(Sandbox sandbox) {
        return TABLES.stream()
                .map(table -> sandbox.marketo().truth(table).toString())
                .collect(Collectors.joining("\n"));
    }

    private List<Map<String, @Nullable Object>> rows(String table) {
        return sandbox.marketo().truth(table);
    }

    private List<Map<String, @Nullable Object>> activities(long type) {
        return rows("activities").stream()
                .filter(row -> Long.valueOf(type).equals(row.get("activityTypeId")))
                .toList();
    }

    @Test
    void oneSeedGivesTheSameStoryHoweverTimeIsCut() {
        SandboxOptions small = SandboxOptions.defaults().scale(0.04);
        String atOnce = story(small.advance(Duration.ofDays(20)));

        assertThat(story(small.advance(Duration.ofDays(20)))).isEqualTo(atOnce);
        assertThat(story(small.seed(2).advance(Duration.ofDays(20)))).isNotEqualTo(atOnce);
        try (Sandbox stepped = Sandbox.start(small)) {
            for (int hours = 0; hours < 480; hours += 5) {
                stepped.advance(Duration.ofHours(5));
            }
            assertThat(story(stepped)).isEqualTo(atOnce);
        }
    }

    @Test
    void everyLivingSalesforceLeadIsAPersonInMarketoOfTheSameAddress() {
        Map<Object, Map<String, @Nullable Object>> persons = rows("leads").stream()
                .filter(row -> row.get("_gone_at") == null && row.get("sfdcLeadId") != null)
                .collect(Collectors.toMap(row -> Objects.requireNonNull(row.get("sfdcLeadId")), row -> row));
        List<Map<String, @Nullable Object>> leads = sandbox.truth("Lead").stream()
                .filter(row -> Boolean.FALSE.equals(row.get("IsDeleted")) && row.get("_gone_at") == null)
                .filter(row -> Boolean.FALSE.equals(row.get("IsConverted")))
                .filter(row -> ((Instant) Objects.requireNonNull(row.get("CreatedDate")))
                        .isBefore(sandbox.now().minusSeconds(600)))
                .toList();

        assertThat(leads).hasSizeGreaterThan(1000).allSatisfy(lead -> {
            Map<String, @Nullable Object> person = Objects.requireNonNull(persons.get(lead.get("Id")), lead::toString);
            assertThat(person.get("email")).isEqualTo(lead.get("Email"));
            assertThat(person.get("sfdcType")).isEqualTo("Lead");
        });
    }

    @Test
    void aConvertedLeadIsAContactOfItsAccount() {
        List<Map<String, @Nullable Object>> contacts = rows("leads").stream()
                .filter(row -> "Contact".equals(row.get("sfdcType")) && row.get("_gone_at") == null)
                .toList();

        assertThat(contacts)
                .hasSizeGreaterThan(100)
                .allSatisfy(row -> assertThat(row.get("sfdcContactId")).isNotNull());
        assertThat(contacts.stream().map(row -> row.get("sfdcContactId"))).doesNotHaveDuplicates();
    }

    @Test
    void programsAreTheCampaignsOfSalesforceWithTagsAndMonthlyCosts() {
        assertThat(rows("programs").stream().map(row -> row.get("sfdcId")))
                .containsExactlyInAnyOrderElementsOf(sandbox.truth("Campaign").stream()
                        .map(row -> row.get("Id"))
                        .toList());
        assertThat(rows("programs").stream().map(row -> row.get("type")).distinct())
                .contains("Default", "Event", "Event with Webinar", "Engagement", "Email");
        assertThat(rows("program_tags")).hasSizeGreaterThan(rows("programs").size());
        assertThat(rows("program_costs"))
                .isNotEmpty()
                .allMatch(
                        row -> String.valueOf(row.get("startDate")).endsWith("-01") && row.get("cost") instanceof Long);
    }

    @Test
    void everySuccessOfAMemberIsAnActivityWithSuccess() {
        List<String> won = rows("program_members").stream()
                .filter(row -> Boolean.TRUE.equals(row.get("reachedSuccess")))
                .map(row -> row.get("programId") + "/" + row.get("leadId"))
                .toList();
        List<String> steps = activities(104).stream()
                .filter(row ->
                        Boolean.TRUE.equals(((Map<?, ?>) Objects.requireNonNull(row.get("attributes"))).get("Success")))
                .map(row -> row.get("primaryAttributeValueId") + "/" + row.get("leadId"))
                .toList();

        assertThat(won).hasSizeGreaterThan(500);
        assertThat(steps).containsAll(won);
    }

    @Test
    void threeToFivePercentAreMergedAndAboutOneInAHundredIsDeleted() {
        int all = rows("leads").size();
        long merged = rows("leads").stream()
                .filter(row -> row.get("_merged_into") != null)
                .count();
        long gone = rows("leads").stream()
                .filter(row -> row.get("_gone_at") != null)
                .count();

        assertThat((double) merged / all).isBetween(0.03, 0.05);
        assertThat((double) (gone - merged) / all).isBetween(0.007, 0.02);
        assertThat(activities(32)).hasSize((int) merged);
        assertThat(rows("deleted_leads")).hasSize((int) (gone - merged));
    }

    @Test
    void aMergedLosersActivitiesAreTheWinners() {
        List<Object> gone = rows("leads").stream()
                .filter(row -> row.get("_merged_into") != null)
                .<Object>map(row -> Objects.requireNonNull(row.get("id")))
                .toList();

        assertThat(gone).isNotEmpty();
        assertThat(rows("activities").stream().map(row -> row.get("leadId"))).doesNotContainAnyElementsOf(gone);
        assertThat(rows("program_members").stream().map(row -> row.get("leadId")))
                .doesNotContainAnyElementsOf(gone);
    }

    @Test
    void aFewMoveIntoAnotherPartitionAndSomeWriteAwkwardTexts() {
        assertThat(activities(100))
                .isNotEmpty()
                .allMatch(row -> Long.valueOf(2).equals(row.get("primaryAttributeValueId")));
        assertThat(rows("leads").stream().map(row -> String.valueOf(row.get("productInterest"))))
                .anyMatch(text -> text.contains("\u2028"))
                .anyMatch(text -> text.length() > 30_000)
                .anyMatch(text -> text.contains("\r") && !text.contains("\n"));
    }

    @Test
    void someActivitiesAreSeenLaterThanTheyHappened() {
        assertThat(rows("activities").stream()
                        .filter(row ->
                                Duration.between((Instant) Objects.requireNonNull(row.get("activityDate")), (Instant)
                                                        Objects.requireNonNull(row.get("_committed_at")))
                                                .compareTo(Duration.ofHours(1))
                                        > 0))
                .hasSizeGreaterThan(1000);
    }

    @Test
    void whoLeftAProgramIsMissingThereAndOnlyTheTruthTellsOfIt() {
        List<Map<String, @Nullable Object>> members = rows("program_members");
        assertThat(rows("program_departures"))
                .isNotEmpty()
                .allSatisfy(left -> assertThat(members)
                        .noneMatch(member -> Objects.equals(left.get("leadId"), member.get("leadId"))
                                && Objects.equals(left.get("programId"), member.get("programId"))
                                && !instant(member, "updatedAt").isAfter(instant(left, "_left_at"))));
    }

    private static Instant instant(Map<String, @Nullable Object> row, String column) {
        return (Instant) Objects.requireNonNull(row.get(column));
    }
}
