package bizops.tap.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.SalesforceFault;
import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where Salesforce can no longer tell what was deleted, every row comes again under a version. */
class ResendTest {
    private static final String STREAM = "CampaignMember";

    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.08).advance(Duration.ofHours(1)));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private TapRun tap(String state) {
        return TapRun.against(sandbox)
                .streams(STREAM)
                .set("page_size", 200)
                .set("state_every_records", 100)
                .state(state);
    }

    private static TapRun.Result run(TapRun tap) {
        TapRun.Result run = tap.run();
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        return run;
    }

    private String anyId() {
        return Truths.rows(sandbox, STREAM).keySet().iterator().next();
    }

    private void assertHolds(Warehouse warehouse) {
        Truths.assertSameStored(sandbox, STREAM, warehouse.records());
    }

    @Test
    void removesWhatWasDeletedLongerAgoThanTheLogReaches() {
        Warehouse warehouse = new Warehouse(STREAM);
        TapRun.Result first = run(tap("{}"));
        warehouse.load(first.messages());
        sandbox.delete(STREAM, anyId());
        sandbox.advance(Duration.ofDays(40));
        TapRun.Result second = run(tap(first.state().toString()));
        warehouse.load(second.messages());

        assertHolds(warehouse);
        assertThat(second.of("ACTIVATE_VERSION")).hasSize(1);
        assertThat(second.log())
                .anyMatch(line ->
                        line.contains("Salesforce tells deletions since") && line.contains("every row is read again"));
        assertThat(second.bookmark(STREAM).has("version")).isFalse();
        assertThat(second.bookmark(STREAM).has("resent_until")).isFalse();
    }

    @Test
    void removesWhatTheLogHasForgottenEarly() {
        Warehouse warehouse = new Warehouse(STREAM);
        TapRun.Result first = run(tap("{}"));
        warehouse.load(first.messages());
        sandbox.delete(STREAM, anyId());
        sandbox.advance(Duration.ofDays(2));
        sandbox.fault(Fault.of(SalesforceFault.DELETION_LOG_PURGED).seconds(3600));
        TapRun.Result second = run(tap(first.state().toString()));
        warehouse.load(second.messages());

        assertThat(second.of("ACTIVATE_VERSION")).hasSize(1);
        assertHolds(warehouse);
    }

    @Test
    void sendsNothingAgainWhileTheLogReachesBack() {
        TapRun.Result first = run(tap("{}"));
        sandbox.advance(Duration.ofDays(14));
        TapRun.Result second = run(tap(first.state().toString()));

        assertThat(second.of("ACTIVATE_VERSION")).isEmpty();
        assertThat(second.records(STREAM)).hasSizeLessThan(first.records(STREAM).size());
    }

    @Test
    void keepsARowThatChangesTooLateForTheBookmark() {
        Warehouse warehouse = new Warehouse(STREAM);
        TapRun.Result first = run(tap("{}"));
        warehouse.load(first.messages());
        sandbox.advance(Duration.ofDays(40));
        sandbox.update(STREAM, anyId(), Map.of("Status", "Responded"));
        warehouse.load(run(tap(first.state().toString())).messages());

        assertHolds(warehouse);
    }

    @Test
    void isCompletedWhereverItWasCutOff() {
        TapRun.Result first = run(tap("{}"));
        sandbox.delete(STREAM, anyId());
        sandbox.advance(Duration.ofDays(40));
        List<JsonNode> whole = run(tap(first.state().toString())).messages();
        String later = anyId();

        for (int cut = 1; cut < whole.size(); cut += whole.size() / 7) {
            Warehouse warehouse = new Warehouse(STREAM);
            warehouse.load(first.messages());
            warehouse.load(whole.subList(0, cut));
            JsonNode state = first.state();
            for (JsonNode message : whole.subList(0, cut)) {
                state = message.path("type").asText().equals("STATE") ? message.path("value") : state;
            }
            sandbox.update(STREAM, later, Map.of("Status", "cut at " + cut));
            sandbox.advance(Duration.ofMinutes(3));
            TapRun.Result rest = run(tap(state.toString()));
            warehouse.load(rest.messages());

            assertHolds(warehouse);
        }
    }

    @Test
    void aCutReadGoesOnWithItsVersionAndRepeatsLittle() {
        TapRun.Result first = run(tap("{}"));
        sandbox.advance(Duration.ofDays(40));
        sandbox.fault(Fault.of(SalesforceFault.QUOTA_REACHED).path("/query/").at(2));
        TapRun.Result cut = tap(first.state().toString()).run();
        sandbox.clearFaults();
        TapRun.Result rest = run(tap(cut.state().toString()));

        assertThat(cut.code()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(cut.of("ACTIVATE_VERSION")).isEmpty();
        assertThat(rest.of("ACTIVATE_VERSION").get(0).path("version"))
                .isEqualTo(cut.bookmark(STREAM).path("version"));
        assertThat(cut.records(STREAM).size() + rest.records(STREAM).size())
                .isLessThan(sandbox.truth(STREAM).size() + 300);
    }

    @Test
    void isHalvedLikeAnyOtherReadAndThenCompletedFromItsLastHalf() {
        Warehouse warehouse = new Warehouse(STREAM);
        TapRun.Result first = run(tap("{}"));
        warehouse.load(first.messages());
        sandbox.advance(Duration.ofDays(40));
        sandbox.fault(Fault.of(SalesforceFault.QUERY_TIMEOUT).object(STREAM).seconds(86_400 * 200));
        sandbox.fault(Fault.of(SalesforceFault.QUOTA_REACHED).path("/queryAll").at(12));
        TapRun.Result cut = tap(first.state().toString()).run();
        sandbox.clearFaults();
        warehouse.load(cut.messages());
        warehouse.load(run(tap(cut.state().toString())).messages());

        assertThat(cut.code()).isEqualTo(ExitCode.TRY_LATER);
        assertHolds(warehouse);
    }

    private TapRun weekly(String state) {
        return tap(state).set("full_refresh_interval_days", 7);
    }

    @Test
    void everyRowComesAgainAfterTheIntervalThatIsSetAndNotBefore() {
        Warehouse warehouse = new Warehouse(STREAM);
        TapRun.Result first = run(weekly("{}"));
        sandbox.advance(Duration.ofDays(4));
        TapRun.Result second = run(weekly(first.state().toString()));
        sandbox.advance(Duration.ofDays(4));
        TapRun.Result third = run(weekly(second.state().toString()));
        sandbox.advance(Duration.ofDays(4));
        TapRun.Result fourth = run(weekly(third.state().toString()));
        List.of(first, second, third, fourth).forEach(each -> warehouse.load(each.messages()));

        assertThat(second.of("ACTIVATE_VERSION")).isEmpty();
        assertThat(third.of("ACTIVATE_VERSION")).hasSize(1);
        assertThat(third.log())
                .anyMatch(line -> line.contains("full_refresh_interval_days have passed since 2026-06-30"));
        assertThat(fourth.of("ACTIVATE_VERSION")).isEmpty();
        assertHolds(warehouse);
    }

    @Test
    void theIntervalBeginsWithAWholeReadWhereTheStateTellsOfNone() {
        TapRun.Result first = run(tap("{}"));
        sandbox.advance(Duration.ofMinutes(10));

        assertThat(run(weekly(first.state().toString())).of("ACTIVATE_VERSION")).hasSize(1);
    }

    @Test
    void theIntervalNeedsVersions() {
        TapRun.Result run =
                weekly("{}").set("emit_activate_version_messages", false).run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("'full_refresh_interval_days' needs 'emit_activate_version_messages'");
    }

    private TapRun bulk(JsonNode state) {
        return tap(state.toString())
                .set("api_type", "BULK2")
                .set("bulk_poll_seconds", 0.01)
                .set("request_max_attempts", 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void overBulkItIsCompletedFromThePageThatWasNotRead(int page) {
        Warehouse warehouse = new Warehouse(STREAM);
        TapRun.Result first = run(tap("{}"));
        warehouse.load(first.messages());
        sandbox.delete(STREAM, anyId());
        sandbox.advance(Duration.ofDays(40));
        sandbox.fault(Fault.of(SalesforceFault.BULK_SMALL_PAGES).rows(150));
        sandbox.fault(Fault.of(SalesforceFault.UNAVAILABLE_503)
                .path("/results")
                .at(page)
                .count(SalesforceFault.ALWAYS));
        TapRun.Result cut = bulk(first.state()).run();
        sandbox.clearFaults();
        sandbox.fault(Fault.of(SalesforceFault.BULK_SMALL_PAGES).rows(150));
        sandbox.update(STREAM, anyId(), Map.of("Status", "Responded"));
        sandbox.advance(Duration.ofMinutes(3));
        TapRun.Result rest = run(bulk(cut.state()));
        warehouse.load(cut.messages());
        warehouse.load(rest.messages());

        assertThat(cut.code()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(cut.of("ACTIVATE_VERSION")).isEmpty();
        assertThat(rest.of("ACTIVATE_VERSION").get(0).path("version"))
                .isEqualTo(cut.bookmark(STREAM).path("version"));
        assertHolds(warehouse);
    }

    @Test
    void saysWhatStaysBehindWhereVersionsAreNotWanted() {
        TapRun.Result first = run(tap("{}"));
        sandbox.advance(Duration.ofDays(40));
        TapRun.Result second = run(tap(first.state().toString()).set("emit_activate_version_messages", false));

        assertThat(second.of("ACTIVATE_VERSION")).isEmpty();
        assertThat(second.log())
                .anyMatch(line -> line.startsWith("WARN") && line.contains("emit_activate_version_messages is off"));
    }
}
