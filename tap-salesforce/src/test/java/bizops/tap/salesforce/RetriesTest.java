package bizops.tap.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.SalesforceFault;
import bizops.sandbox.fault.TransportFault;
import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What passes, the tap sits out; what is read is complete all the same. */
class RetriesTest {
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.12).advance(Duration.ofHours(1)));
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @AfterEach
    void disarm() {
        sandbox.clearFaults();
    }

    private static TapRun.Result readLeads() {
        return TapRun.against(sandbox).streams("Lead").set("page_size", 200).run();
    }

    private static void assertComplete(TapRun.Result run) {
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        Truths.assertSame(sandbox, "Lead", run.records("Lead"));
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "UNAVAILABLE_503",
                "BAD_GATEWAY_502",
                "ERROR_500",
                "EDGE_420",
                "TOO_MANY_429",
                "EMPTY_406",
                "HTML_200",
                "CONCURRENT_LIMIT"
            })
    void readsEverythingThroughAFailureOfTheFirstPageAndOfALaterOne(SalesforceFault fault) {
        readsEverythingThrough(fault);
    }

    @ParameterizedTest
    @EnumSource(
            value = TransportFault.class,
            names = {"CONNECTION_RESET", "TRUNCATED_BODY"})
    void readsEverythingThroughAnAnswerThatBreaksOff(TransportFault fault) {
        readsEverythingThrough(fault);
    }

    private void readsEverythingThrough(FaultName fault) {
        sandbox.fault(Fault.of(fault).path("/queryAll"));
        sandbox.fault(Fault.of(fault).path("/query/").at(2));

        TapRun.Result run = readLeads();

        assertComplete(run);
        assertThat(run.records("Lead")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(names = {"SESSION_EXPIRED", "INVALID_LOCATOR"})
    void goesOnBehindTheLastRowWhenTheLocatorDies(SalesforceFault fault) {
        sandbox.fault(Fault.of(fault).path("/query/"));
        sandbox.fault(Fault.of(fault).path("/query/").at(3));

        TapRun.Result run = readLeads();

        assertComplete(run);
        assertThat(run.records("Lead")).doesNotHaveDuplicates();
        assertThat(run.log()).anyMatch(line -> line.contains("going on behind the last row read"));
    }

    @Test
    void logsInAgainWhenTheSessionDiesBeforeAQuery() {
        sandbox.fault(Fault.of(SalesforceFault.SESSION_EXPIRED).path("/queryAll"));
        sandbox.fault(Fault.of(SalesforceFault.SESSION_EXPIRED).path("/describe"));

        assertComplete(readLeads());
    }

    @Test
    void asksAgainWhenTheServerFallsSilent() {
        sandbox.fault(Fault.of(TransportFault.STALL).path("/queryAll").seconds(4));

        assertComplete(TapRun.against(sandbox)
                .streams("Lead")
                .set("request_timeout_seconds", 1)
                .run());
    }

    @Test
    void readsAWholeTableThroughADeadLocator() {
        sandbox.fault(Fault.of(SalesforceFault.SESSION_EXPIRED).path("/query/"));

        TapRun.Result run = TapRun.against(sandbox)
                .set("page_size", 200)
                .catalog(Catalogs.selecting(sandbox, "Lead", "FULL_TABLE"))
                .run();

        assertComplete(run);
        assertThat(run.records("Lead")).doesNotHaveDuplicates();
    }

    @Test
    void givesUpWithTryLaterWhenItDoesNotPass() {
        sandbox.fault(
                Fault.of(SalesforceFault.UNAVAILABLE_503).path("/queryAll").count(SalesforceFault.ALWAYS));

        TapRun.Result run = TapRun.against(sandbox)
                .streams("Lead")
                .set("request_max_attempts", 2)
                .run();

        assertThat(run.code()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(run.err()).contains("CRITICAL").contains("SERVER_UNAVAILABLE");
    }

    @Test
    void aDefectOfTheServerIsTriedTwiceMoreAndThenNamed() {
        sandbox.fault(Fault.of(SalesforceFault.ERROR_500).path("/queryAll").count(SalesforceFault.ALWAYS));
        sandbox.usage().reset();

        TapRun.Result run = readLeads();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("stream \"Lead\"", "1234567890-12345", "give the ErrorId to Salesforce support");
        assertThat(sandbox.usage().entries())
                .filteredOn(entry -> entry.path().endsWith("/queryAll"))
                .hasSize(3);
    }

    @Test
    void goesOnThroughRowsThatShareOneSecondWhenTheLocatorDiesAmongThem() {
        List<String> ids = sandbox.truth("Lead").stream()
                .filter(row -> row.get("_gone_at") == null)
                .map(row -> String.valueOf(row.get("Id")))
                .toList();
        ids.forEach(id -> sandbox.update("Lead", id, java.util.Map.of("Title", "moved together")));
        sandbox.advance(Duration.ofMinutes(10));
        sandbox.fault(Fault.of(SalesforceFault.INVALID_LOCATOR).path("/query/").at(2));

        TapRun.Result run = readLeads();

        assertComplete(run);
        List<JsonNode> together = run.records("Lead").stream()
                .filter(record -> record.path("Title").asText().equals("moved together"))
                .toList();
        assertThat(together).hasSizeGreaterThan(400).doesNotHaveDuplicates();
    }
}
