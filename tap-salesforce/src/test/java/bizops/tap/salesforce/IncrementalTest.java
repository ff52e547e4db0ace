package bizops.tap.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.SalesforceFault;
import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IncrementalTest {
    private static final String[] DEMO = {
        "Account",
        "Contact",
        "Lead",
        "Campaign",
        "CampaignMember",
        "Opportunity",
        "OpportunityContactRole",
        "OpportunityHistory",
        "User"
    };

    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.02).advance(Duration.ofHours(1)));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private TapRun.Result read(JsonNode state, String... streams) {
        TapRun.Result run = TapRun.against(sandbox)
                .streams(streams)
                .state(state.toString())
                .set("lookback_window", 0)
                .run();
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        return run;
    }

    private TapRun.Result readFirst(String... streams) {
        TapRun.Result run = TapRun.against(sandbox).streams(streams).run();
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        return run;
    }

    @Test
    void twoRunsTogetherHoldWhatTheOrganisationHolds() {
        TapRun.Result first = readFirst(DEMO);
        sandbox.advance(Duration.ofDays(9));
        TapRun.Result second = read(first.state(), DEMO);
        sandbox.advance(Duration.ofMinutes(10));
        TapRun.Result third = read(second.state(), DEMO);

        for (String object : DEMO) {
            List<JsonNode> all = new ArrayList<>(first.records(object));
            all.addAll(second.records(object));
            all.addAll(third.records(object));
            Map<String, JsonNode> newest = Truths.newest(all);
            newest.values().removeIf(record -> record.hasNonNull("_sdc_deleted_at"));
            Truths.assertSameStored(sandbox, object, newest.values());
        }
        assertThat(second.of("RECORD").size()).isLessThan(first.of("RECORD").size());
    }

    @Test
    void setsTheBookmarkToTheEndOfTheWindowEvenWithoutRows() {
        TapRun.Result first = readFirst("UserRole");
        sandbox.advance(Duration.ofHours(2));
        TapRun.Result second = read(first.state(), "UserRole");

        assertThat(second.records("UserRole")).isEmpty();
        assertThat(second.bookmark("UserRole").path("replication_key_value").asText())
                .isEqualTo(sandbox.now().minusSeconds(60).toString());
    }

    @Test
    void asksForNoRowTwiceWithoutALookback() {
        TapRun.Result first = readFirst("Lead");
        String id = sandbox.insert("Lead", Map.of("LastName", "Şahin \uD83D\uDE00", "Company", "Öz & Co"));
        sandbox.advance(Duration.ofMinutes(2));
        TapRun.Result second = read(first.state(), "Lead");

        assertThat(second.records("Lead"))
                .extracting(record -> record.path("Id").asText())
                .contains(id);
        assertThat(second.log()).anyMatch(line -> line.contains(", 0 of them again"));
    }

    @Test
    void countsTheRowsThatTheLookbackSendsAgain() {
        String id = sandbox.insert("Lead", Map.of("LastName", "Early", "Company", "Early"));
        sandbox.advance(Duration.ofSeconds(90));
        TapRun.Result first = readFirst("Lead");
        sandbox.advance(Duration.ofSeconds(90));
        TapRun.Result second = TapRun.against(sandbox)
                .streams("Lead")
                .state(first.state().toString())
                .run();

        assertThat(first.records("Lead"))
                .anyMatch(record -> record.path("Id").asText().equals(id));
        assertThat(second.records("Lead"))
                .anyMatch(record -> record.path("Id").asText().equals(id));
        assertThat(second.log()).anyMatch(line -> line.matches(".* [1-9]\\d* of them again.*"));
    }

    @Test
    void losesNoRowThatBecomesVisibleAfterTheWindowPassedItsStamp() {
        TapRun.Result first = readFirst("Lead");
        sandbox.fault(Fault.of(SalesforceFault.LATE_COMMIT).seconds(90));
        String late = sandbox.insert("Lead", Map.of("LastName", "Late", "Company", "Late"));
        sandbox.advance(Duration.ofSeconds(80));
        TapRun.Result before = read(first.state(), "Lead");
        sandbox.advance(Duration.ofMinutes(10));
        TapRun.Result after = read(before.state(), "Lead");

        assertThat(before.records("Lead"))
                .noneMatch(record -> record.path("Id").asText().equals(late));
        assertThat(after.records("Lead"))
                .anyMatch(record -> record.path("Id").asText().equals(late));
    }

    @Test
    void leavesAStreamAloneWhileATransactionHoldsTheBoundAtTheBookmark() {
        TapRun.Result first = readFirst("Lead");
        sandbox.fault(Fault.of(SalesforceFault.LATE_COMMIT).seconds(3600));
        sandbox.insert("Lead", Map.of("LastName", "Slow", "Company", "Slow"));
        sandbox.advance(Duration.ofMinutes(5));
        TapRun.Result second = read(first.state(), "Lead");
        sandbox.advance(Duration.ofMinutes(5));
        sandbox.usage().reset();
        TapRun.Result third = read(second.state(), "Lead");

        assertThat(third.records("Lead")).isEmpty();
        assertThat(third.bookmark("Lead")).isEqualTo(second.bookmark("Lead"));
        assertThat(third.log()).anyMatch(line -> line.contains("left alone"));
        assertThat(sandbox.usage().entries()).noneMatch(entry -> entry.query() != null);
    }

    @Test
    void aQuietRunCostsThreeCallsAStreamAndTwoInAll() {
        TapRun.Result first = readFirst(DEMO);
        sandbox.advance(Duration.ofMinutes(15));
        sandbox.usage().reset();
        read(first.state(), DEMO);

        assertThat(sandbox.usage().requests()).isEqualTo(2 + 3 * DEMO.length);
    }

    @Test
    void readsNothingBeforeTheStartDateAndSaysSo() {
        Instant start = sandbox.now().minus(Duration.ofDays(60));
        TapRun.Result run = TapRun.against(sandbox)
                .streams("Lead")
                .set("start_date", start.toString())
                .run();

        assertThat(run.records("Lead"))
                .isNotEmpty()
                .allMatch(record ->
                        !Instant.parse(record.path("SystemModstamp").asText()).isBefore(start));
        assertThat(run.log()).anyMatch(line -> line.contains("reading SystemModstamp in [" + start + ", "));
    }

    @Test
    void halvesAWindowThatIsTooMuchDownToWhatWorks() {
        sandbox.fault(Fault.of(SalesforceFault.QUERY_TIMEOUT).object("Lead").seconds(86_400 * 200));

        TapRun.Result run = readFirst("Lead");

        Truths.assertSame(sandbox, "Lead", run.records("Lead"));
        assertThat(run.records("Lead")).doesNotHaveDuplicates();
    }

    @Test
    void theHalvesThatWereNotReadAreReadByTheNextRun() {
        sandbox.fault(Fault.of(SalesforceFault.QUERY_TIMEOUT).object("Lead").seconds(86_400 * 200));
        sandbox.fault(Fault.of(SalesforceFault.QUOTA_REACHED).path("/queryAll").at(5));
        TapRun.Result cut = TapRun.against(sandbox)
                .streams("Lead")
                .set("start_date", "2024-06-01T00:00:00Z")
                .run();
        sandbox.clearFaults();
        TapRun.Result rest = read(cut.state(), "Lead");

        assertThat(cut.code()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(cut.bookmark("Lead").has("replication_key_value")).isTrue();
        List<JsonNode> both = new ArrayList<>(cut.records("Lead"));
        both.addAll(rest.records("Lead"));
        Truths.assertSame(sandbox, "Lead", both);
        assertThat(rest.records("Lead")).isNotEmpty().hasSizeLessThan(both.size());
    }

    @Test
    void aStreamThatFollowsCreatedDateLooksBackADay() {
        TapRun.Result first = readFirst("OpportunityFieldHistory");
        sandbox.advance(Duration.ofHours(2));
        TapRun.Result second = read(first.state(), "OpportunityFieldHistory");
        Instant mark = Instant.parse(first.bookmark("OpportunityFieldHistory")
                .path("replication_key_value")
                .asText());

        assertThat(second.log())
                .anyMatch(line -> line.contains("reading CreatedDate in [" + mark.minus(Duration.ofDays(1)) + ", "));
    }

    @Test
    void goesOnWithIdsWhenASecondIsTooMuch() {
        sandbox.fault(Fault.of(SalesforceFault.QUERY_TIMEOUT).object("UserRole").count(40));

        TapRun.Result run = readFirst("UserRole");

        Truths.assertSame(sandbox, "UserRole", run.records("UserRole"));
    }

    @Test
    void readsTheStatesOfOtherTaps() {
        Instant mark = sandbox.now().minus(Duration.ofDays(10));
        List<String> shapes = List.of(
                "{\"current_stream\":\"Lead\",\"bookmarks\":{\"Lead\":{\"SystemModstamp\":\"" + mark
                        + "\",\"version\":1714557600000,\"JobID\":\"750x\",\"BatchIDs\":[\"751x\"],"
                        + "\"JobHighestBookmarkSeen\":\"2020-01-01T00:00:00Z\"}}}",
                "{\"bookmarks\":{\"Lead\":{\"replication_key\":\"SystemModstamp\",\"replication_key_value\":\"" + mark
                        + "\"}}}");

        for (String shape : shapes) {
            TapRun.Result run = read(TapRun.Result.parse(shape), "Lead");

            assertThat(run.records("Lead"))
                    .filteredOn(record -> record.has("SystemModstamp"))
                    .isNotEmpty()
                    .allMatch(record -> !Instant.parse(
                                    record.path("SystemModstamp").asText())
                            .isBefore(mark));
            assertThat(run.bookmark("Lead").has("JobID")).isFalse();
        }
    }
}
