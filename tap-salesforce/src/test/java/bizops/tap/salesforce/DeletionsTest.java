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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeletionsTest {
    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.02).advance(Duration.ofHours(1)));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private String anyId(String object) {
        return Truths.rows(sandbox, object).values().stream()
                .filter(row -> !Boolean.TRUE.equals(row.get("IsDeleted")))
                .map(row -> String.valueOf(row.get("Id")))
                .findFirst()
                .orElseThrow();
    }

    private TapRun.Result run(String stream, String state) {
        TapRun.Result run = TapRun.against(sandbox).streams(stream).state(state).run();
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        return run;
    }

    private static List<JsonNode> of(TapRun.Result run, String stream, String id) {
        return run.records(stream).stream()
                .filter(record -> record.path("Id").asText().equals(id))
                .toList();
    }

    @Test
    void aRowRemovedForGoodIsSentAsADeletionWithItsKeyOnly() {
        TapRun.Result first = run("CampaignMember", "{}");
        String id = anyId("CampaignMember");
        Instant at = sandbox.now();
        sandbox.delete("CampaignMember", id);
        sandbox.advance(Duration.ofMinutes(5));
        TapRun.Result second = run("CampaignMember", first.state().toString());

        assertThat(of(second, "CampaignMember", id)).singleElement().satisfies(record -> {
            assertThat(record.path("IsDeleted").asBoolean()).isTrue();
            assertThat(Instant.parse(record.path("_sdc_deleted_at").asText())).isEqualTo(at);
            assertThat(record.size()).isEqualTo(3);
        });
    }

    @Test
    void aRowOfAFirstReadThatDiedBeforeItsNextStateAndIsGoneByThenIsSentAsADeletion() {
        TapRun.Result first = run("CampaignMember", "{}");
        List<String> types = first.messages().stream()
                .map(message -> message.path("type").asText())
                .toList();
        assertThat(types.indexOf("STATE")).isLessThan(types.indexOf("RECORD"));
        String id = anyId("CampaignMember");
        sandbox.delete("CampaignMember", id);
        sandbox.advance(Duration.ofMinutes(5));
        TapRun.Result second =
                run("CampaignMember", first.of("STATE").get(0).path("value").toString());

        assertThat(of(second, "CampaignMember", id))
                .singleElement()
                .matches(record -> record.hasNonNull("_sdc_deleted_at"));
        assertThat(second.records("CampaignMember").size())
                .isEqualTo(first.records("CampaignMember").size());
    }

    @Test
    void aRowThatLeftTheBinIsSentAsADeletion() {
        String id = anyId("Lead");
        TapRun.Result first = run("Lead", "{}");
        sandbox.delete("Lead", id);
        sandbox.purge("Lead", id);
        sandbox.advance(Duration.ofMinutes(5));
        TapRun.Result second = run("Lead", first.state().toString());

        assertThat(of(second, "Lead", id)).singleElement().matches(record -> record.hasNonNull("_sdc_deleted_at"));
    }

    @Test
    void aRowWhoseDeletionWasNotCommittedWhenItWasFirstReadIsSentAsADeletionOnceItIsGone() {
        String id = anyId("Lead");
        sandbox.fault(Fault.of(SalesforceFault.LATE_COMMIT).count(9).seconds(3600));
        sandbox.delete("Lead", id);
        sandbox.clearFaults();
        sandbox.advance(Duration.ofMinutes(2));
        TapRun.Result first = run("Lead", "{}");
        assertThat(of(first, "Lead", id))
                .singleElement()
                .matches(record -> !record.path("IsDeleted").asBoolean());
        sandbox.advance(Duration.ofHours(2));
        sandbox.purge("Lead", id);
        TapRun.Result second = run("Lead", first.state().toString());

        assertThat(of(second, "Lead", id)).singleElement().matches(record -> record.hasNonNull("_sdc_deleted_at"));
    }

    @Test
    void aRowInTheBinFollowsItsDeletionWithAllItsFields() {
        String id = anyId("Lead");
        TapRun.Result first = run("Lead", "{}");
        sandbox.delete("Lead", id);
        sandbox.advance(Duration.ofMinutes(5));
        TapRun.Result second = run("Lead", first.state().toString());

        List<JsonNode> records = of(second, "Lead", id);
        assertThat(records).hasSize(2);
        assertThat(records.get(0).hasNonNull("_sdc_deleted_at")).isTrue();
        assertThat(records.get(1).path("IsDeleted").asBoolean()).isTrue();
        assertThat(records.get(1).hasNonNull("LastName")).isTrue();
    }

    @Test
    void aRowThatWasMergedIntoAnotherComesWithTheNameOfTheWinner() {
        List<String> ids = Truths.rows(sandbox, "Lead").values().stream()
                .filter(row -> !Boolean.TRUE.equals(row.get("IsDeleted")))
                .map(row -> String.valueOf(row.get("Id")))
                .limit(2)
                .toList();
        TapRun.Result first = run("Lead", "{}");
        sandbox.update("Lead", ids.get(0), Map.of("MasterRecordId", ids.get(1)));
        sandbox.delete("Lead", ids.get(0));
        sandbox.advance(Duration.ofMinutes(5));
        TapRun.Result second = run("Lead", first.state().toString());

        assertThat(of(second, "Lead", ids.get(0)))
                .last()
                .satisfies(loser ->
                        assertThat(loser.path("MasterRecordId").asText()).isEqualTo(ids.get(1)))
                .satisfies(
                        loser -> assertThat(loser.path("IsDeleted").asBoolean()).isTrue());
    }

    @Test
    void aRowThatCameBackIsSentLastAndLive() {
        String id = anyId("Lead");
        TapRun.Result first = run("Lead", "{}");
        sandbox.delete("Lead", id);
        sandbox.advance(Duration.ofMinutes(5));
        sandbox.update("Lead", id, Map.of("IsDeleted", false));
        sandbox.advance(Duration.ofMinutes(5));
        TapRun.Result second = run("Lead", first.state().toString());

        List<JsonNode> records = of(second, "Lead", id);
        JsonNode last = records.get(records.size() - 1);
        assertThat(last.path("IsDeleted").asBoolean()).isFalse();
        assertThat(last.hasNonNull("_sdc_deleted_at")).isFalse();
    }

    @Test
    void asksOnlyForWhatHappenedSinceTheLastPoll() {
        String id = anyId("CampaignMember");
        TapRun.Result first = run("CampaignMember", "{}");
        sandbox.delete("CampaignMember", id);
        sandbox.advance(Duration.ofMinutes(5));
        TapRun.Result second = run("CampaignMember", first.state().toString());
        sandbox.advance(Duration.ofMinutes(5));
        TapRun.Result third = run("CampaignMember", second.state().toString());

        assertThat(of(third, "CampaignMember", id)).isEmpty();
    }
}
