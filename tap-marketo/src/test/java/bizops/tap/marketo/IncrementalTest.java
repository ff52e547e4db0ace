package bizops.tap.marketo;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.MarketoFault;
import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IncrementalTest extends Marketo {
    private TapRun.Result first(String... streams) {
        return remember(tap().set("start_date", "2010-01-01").streams(streams).run());
    }

    private TapRun.Result next(TapRun.Result before, String... streams) {
        return remember(tap().set("start_date", "2010-01-01")
                .streams(streams)
                .state(before.state().toString())
                .run());
    }

    @Test
    void runsTogetherHoldWhatTheInstanceHolds() {
        TapRun.Result run = first("leads", "activities", "lead_merges");
        for (Duration step : new Duration[] {Duration.ofDays(9), Duration.ofHours(1), Duration.ofDays(40)}) {
            sandbox.advance(step);
            run = next(run, "leads", "activities", "lead_merges");
        }

        Map<String, JsonNode> leads = Truths.newest("leads", all("leads"));
        leads.keySet().retainAll(Truths.rows(sandbox, "leads").keySet());
        Truths.assertSame(sandbox, "leads", leads.values());
        Truths.assertSame(sandbox, "lead_merges", all("lead_merges"));
        assertThat(guids(Truths.newest("activities", all("activities"))))
                .isEqualTo(Truths.rows(sandbox, "activities").keySet());
    }

    @Test
    void costsThatWereReplacedGoWithTheReadOfAllProgramsOnceAWeek() {
        TapRun.Result whole = first("program_costs", "program_tags");
        sandbox.advance(Duration.ofHours(1));
        TapRun.Result changes = next(whole, "program_costs", "program_tags");
        sandbox.advance(Duration.ofDays(7));
        TapRun.Result again = next(changes, "program_costs", "program_tags");

        assertThat(changes.of("ACTIVATE_VERSION")).isEmpty();
        for (String stream : List.of("program_costs", "program_tags")) {
            JsonNode end = again.of("ACTIVATE_VERSION").stream()
                    .filter(message -> message.path("stream").asText().equals(stream))
                    .findFirst()
                    .orElseThrow();
            assertThat(again.of("RECORD"))
                    .filteredOn(message -> message.path("stream").asText().equals(stream))
                    .isNotEmpty()
                    .allMatch(message -> message.path("version").equals(end.path("version")));
            Truths.assertSame(sandbox, stream, again.records(stream));
        }
    }

    @Test
    void assetsMembersAndDeletionsFollowTheInstance() {
        String[] streams = {
            "programs",
            "smart_campaigns",
            "static_lists",
            "emails",
            "campaigns",
            "lists",
            "program_members",
            "program_costs",
            "program_tags",
            "deleted_leads"
        };
        sandbox.marketo().deleteLead(lead(0));
        TapRun.Result run = first(streams);
        for (Duration step : new Duration[] {Duration.ofDays(6), Duration.ofHours(1), Duration.ofDays(10)}) {
            sandbox.advance(step);
            run = next(run, streams);
        }

        for (String stream : streams) {
            Map<String, JsonNode> sent = Truths.newest(stream, all(stream));
            sent.keySet().retainAll(Truths.rows(sandbox, stream).keySet());
            Truths.assertSame(sandbox, stream, sent.values());
        }
    }

    @Test
    void withoutTheFilterChangesArriveByTheirActivitiesAndTheRestByReadingAllAgain() {
        sandbox.fault(Fault.of(MarketoFault.UPDATED_AT_UNSUPPORTED_1035));
        sandbox.marketo().addField("note__c", "string");
        TapRun.Result run = first("leads");
        Truths.assertSame(sandbox, "leads", all("leads"));
        long told = lead(0);
        long silent = lead(1);
        sandbox.advance(Duration.ofMinutes(30));
        sandbox.marketo().updateLead(told, values("note__c", "told"));
        sandbox.marketo().updateLeadQuietly(silent, values("note__c", "silent"));
        sandbox.advance(Duration.ofMinutes(30));
        TapRun.Result second = next(run, "leads");
        sandbox.advance(Duration.ofDays(31));
        TapRun.Result third = next(second, "leads");

        assertThat(second.records("leads"))
                .anyMatch(lead -> lead.path("note__c").asText().equals("told"));
        assertThat(second.records("leads"))
                .noneMatch(lead -> lead.path("note__c").asText().equals("silent"));
        assertThat(third.records("leads"))
                .anyMatch(lead -> lead.path("note__c").asText().equals("silent"));
    }

    @Test
    void withoutTheFilterAChangeBehindAReadingOfAllThatBreaksOffIsNotMissed() {
        Fault unsupported = Fault.of(MarketoFault.UPDATED_AT_UNSUPPORTED_1035);
        sandbox.fault(unsupported);
        sandbox.fault(Fault.of(MarketoFault.EXPORT_QUOTA_1029).path("create").at(4));
        sandbox.marketo().addField("note__c", "string");
        TapRun.Result broken = tap().streams("leads").run();
        sandbox.clearFaults();
        sandbox.fault(unsupported);
        long read = broken.records("leads").get(0).path("id").asLong();
        sandbox.marketo().updateLead(read, values("note__c", "changed"));
        sandbox.advance(Duration.ofHours(1));
        TapRun.Result rest = readFrom(broken.state(), "leads");

        assertThat(broken.code()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(rest.records("leads"))
                .anyMatch(lead -> lead.path("note__c").asText().equals("changed"));
        assertThat(rest.bookmark("leads").has("sweep_began")).isFalse();
    }

    @Test
    void aDeletedLeadIsNamed() {
        TapRun.Result run = first("deleted_leads");
        long id = lead(0);
        sandbox.marketo().deleteLead(id);
        sandbox.advance(Duration.ofMinutes(10));
        TapRun.Result second = next(run, "deleted_leads");

        assertThat(second.records("deleted_leads"))
                .anyMatch(row -> row.path("leadId").asLong() == id);
    }

    private static Set<String> guids(Map<String, JsonNode> activities) {
        return activities.keySet();
    }

    @Test
    void aLaterRunReadsLittle() {
        TapRun.Result run = first("leads", "activities");
        sandbox.advance(Duration.ofHours(1));
        TapRun.Result second = next(run, "leads", "activities");

        assertThat(second.of("RECORD")).hasSizeLessThan(run.of("RECORD").size() / 2);
    }

    @Test
    void anEditOfAnOldLeadArrivesEvenIfItsVisibleStampStays() {
        TapRun.Result run = first("leads");
        long id = lead(0);
        sandbox.marketo().addField("note__c", "string");
        sandbox.advance(Duration.ofMinutes(30));
        sandbox.marketo().updateLeadQuietly(id, values("note__c", "edited"));
        sandbox.advance(Duration.ofMinutes(30));
        TapRun.Result second = next(run, "leads");

        assertThat(second.records("leads"))
                .filteredOn(lead -> lead.path("id").asLong() == id)
                .isNotEmpty()
                .allSatisfy(lead -> {
                    assertThat(lead.path("note__c").asText()).isEqualTo("edited");
                    assertThat(Instant.parse(lead.path("updatedAt").asText())).isBefore(end(run.bookmark("leads")));
                });
    }

    @Test
    void anActivityThatIsCommittedLateArrivesByTheLookback() {
        TapRun.Result run = first("activities");
        Instant date = sandbox.now().minus(Duration.ofHours(1));
        String late = sandbox.marketo()
                .addActivity(
                        lead(0), 6, date, sandbox.now().plus(Duration.ofMinutes(30)), Map.of("Campaign Run ID", 5));
        sandbox.advance(Duration.ofMinutes(40));
        TapRun.Result second = next(run, "activities");

        assertThat(run.records("activities"))
                .noneMatch(row -> row.path("marketoGUID").asText().equals(late));
        assertThat(second.records("activities"))
                .anyMatch(row -> row.path("marketoGUID").asText().equals(late));
    }

    @Test
    void anActivityThatIsHoursLateArrivesWithTheFirstRunOfTheNextDay() {
        TapRun.Result run = first("activities");
        Instant date = sandbox.now().minus(Duration.ofHours(1));
        String late = sandbox.marketo()
                .addActivity(lead(0), 6, date, sandbox.now().plus(Duration.ofHours(10)), Map.of("Campaign Run ID", 5));
        sandbox.advance(Duration.ofHours(8));
        TapRun.Result second = next(run, "activities");
        sandbox.advance(Duration.ofHours(13));
        TapRun.Result third = next(second, "activities");

        assertThat(second.records("activities"))
                .noneMatch(row -> row.path("marketoGUID").asText().equals(late));
        assertThat(third.records("activities"))
                .anyMatch(row -> row.path("marketoGUID").asText().equals(late));
    }

    @Test
    void aBookmarkMovesToTheWindowsEndWithoutRowsToo() {
        TapRun.Result run = first("lead_merges");
        sandbox.advance(Duration.ofMinutes(20));
        TapRun.Result second = next(run, "lead_merges");

        assertThat(end(second.bookmark("lead_merges"))).isEqualTo(sandbox.now().minusSeconds(300));
    }

    @Test
    void eachLoserOfAMergeIsNamedWithItsWinner() {
        TapRun.Result run = first("lead_merges");
        long winner = lead(0);
        long loser = lead(1);
        long other = lead(2);
        sandbox.marketo().mergeLeads(winner, loser);
        sandbox.marketo().mergeLeads(winner, other);
        sandbox.advance(Duration.ofMinutes(10));
        TapRun.Result second = next(run, "lead_merges");

        assertThat(second.records("lead_merges").stream()
                        .filter(row -> row.path("winnerId").asLong() == winner)
                        .map(row -> row.path("loserId").asLong())
                        .collect(Collectors.toSet()))
                .contains(loser, other);
    }

    @Test
    void aFieldThatIsAddedIsReadAndOneThatIsGoneIsNot() {
        sandbox.marketo().addField("old__c", "string");
        TapRun.Result run = first("leads");
        sandbox.marketo().removeField("old__c");
        sandbox.marketo().addField("new__c", "integer");
        sandbox.marketo().updateLead(lead(0), values("new__c", 7));
        sandbox.advance(Duration.ofMinutes(10));
        TapRun.Result second = next(run, "leads");

        assertThat(run.of("SCHEMA").toString()).contains("old__c");
        assertThat(second.of("SCHEMA").toString()).contains("new__c").doesNotContain("old__c");
        assertThat(second.records("leads")).anyMatch(lead -> lead.path("new__c").asInt() == 7);
    }

    @Test
    void rowsThatComeTwiceInAFileDoNoHarm() {
        sandbox.fault(Fault.of(MarketoFault.ROWS_TWICE));
        first("activities");

        Truths.assertSame(sandbox, "activities", all("activities"));
    }

    @Test
    void anAttributeThatTheTypeDoesNotDeclareIsKept() {
        sandbox.fault(Fault.of(MarketoFault.UNKNOWN_ATTRIBUTE).count(1000));
        String stream = "activities_new_lead";
        TapRun.Result run = first("activities", stream);

        assertThat(run.records(stream))
                .isNotEmpty()
                .anyMatch(row -> row.path("_extra").size() > 0);
        assertThat(run.records("activities"))
                .allMatch(row -> row.path("attributes").isObject());
    }
}
