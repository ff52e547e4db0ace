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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows by way of Bulk v1 jobs, in chunks of ids where the object allows it. */
class BulkAsyncTest {
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
        sandbox.usage().reset();
    }

    private static TapRun bulk(String... streams) {
        return TapRun.against(sandbox)
                .streams(streams)
                .set("api_type", "BULK")
                .set("chunk_size", 5000)
                .set("bulk_poll_seconds", 0.01);
    }

    private static void assertComplete(TapRun.Result run) {
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        Truths.assertSame(sandbox, "Lead", run.records("Lead"));
    }

    private static long calls(String method, String path) {
        return sandbox.usage().entries().stream()
                .filter(entry ->
                        entry.method().matches(method) && entry.path().matches("/services/async/64\\.0/" + path))
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lead", "Account", "CampaignMember", "OpportunityFieldHistory"})
    void sendsTheSameRecordsAsRest(String stream) {
        TapRun.Result rest =
                TapRun.against(sandbox).streams(stream).set("api_type", "REST").run();

        TapRun.Result run = bulk(stream).run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(calls("POST", "job")).isEqualTo(1);
        assertThat(rest.records(stream)).isNotEmpty();
        assertThat(run.records(stream)).containsExactlyInAnyOrderElementsOf(rest.records(stream));
    }

    @Test
    void readsEveryFileOfEveryChunkAndTakesNotProcessedForASplit() {
        sandbox.fault(Fault.of(SalesforceFault.BULK_SMALL_PAGES).rows(50));

        TapRun.Result run = bulk("Lead").run();

        assertComplete(run);
        assertThat(run.records("Lead")).doesNotHaveDuplicates();
        assertThat(calls("GET", "job/\\w+/batch/\\w+/result")).isGreaterThan(3);
        assertThat(calls("GET", "job/\\w+/batch/\\w+/result/\\w+")).isGreaterThan(8);
    }

    @Test
    void makesNoMoreCallsThanTheReadmeSays() {
        assertComplete(bulk("Lead").run());

        long batches = calls("GET", "job/\\w+/batch/\\w+/result");
        long polls = calls("GET", "job/\\w+/batch");
        assertThat(batches).isGreaterThan(3);
        assertThat(polls).isEqualTo(3);
        assertThat(calls("\\w+", "job.*")).isEqualTo(3 + polls + batches + batches);
    }

    @Test
    void aChunkWithoutRowsIsNoRows() {
        TapRun.Result run =
                bulk("Lead").set("start_date", "2031-01-01T00:00:00Z").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("Lead")).isEmpty();
    }

    @Test
    void oneFailedChunkOfManyIsNamedAndRestReadsAll() {
        sandbox.fault(Fault.of(SalesforceFault.BULK_BATCH_FAILED).at(2).message("Failed to write query result"));

        TapRun.Result run = bulk("Lead").run();

        assertComplete(run);
        assertThat(run.log())
                .anyMatch(line -> line.startsWith("WARN")
                        && line.contains("is Failed: Failed to write query result; reading over REST instead"));
    }

    static Stream<FaultName> passingFaults() {
        return Stream.of(
                SalesforceFault.UNAVAILABLE_503,
                SalesforceFault.HTML_200,
                SalesforceFault.SESSION_EXPIRED,
                TransportFault.CONNECTION_RESET,
                TransportFault.TRUNCATED_BODY);
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void goesOnThroughWhatPasses(FaultName fault) {
        sandbox.fault(Fault.of(fault).path("/batch/751"));
        sandbox.fault(Fault.of(fault).path("/result/752").at(2));

        TapRun.Result run = bulk("Lead").run();

        assertComplete(run);
        assertThat(run.records("Lead")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BULK_JOB_LIMIT", "BULK_STORAGE_LIMIT", "BULK_JOB_FAILED"})
    void autoTakesItWhereBulk2IsOutOfQuotaOrFails(String fault) {
        sandbox.fault(Fault.of(SalesforceFault.valueOf(fault)).path("/jobs/query"));

        TapRun.Result run =
                bulk("Lead").set("api_type", "AUTO").set("bulk_min_rows", 100).run();

        assertComplete(run);
        assertThat(run.log()).anyMatch(line -> line.contains("reading over Bulk API v1 instead"));
        assertThat(calls("POST", "job")).isEqualTo(1);
    }

    @Test
    void anObjectThatNoBulkSupportsGoesStraightToRest() {
        sandbox.fault(Fault.of(SalesforceFault.BULK_REFUSED).object("Lead"));

        TapRun.Result run =
                bulk("Lead").set("api_type", "AUTO").set("bulk_min_rows", 100).run();

        assertComplete(run);
        assertThat(calls("POST", "job")).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aLaterRunGoesOnBehindTheLastFileRead(int file) {
        sandbox.fault(Fault.of(SalesforceFault.UNAVAILABLE_503)
                .path("/result/752")
                .at(file)
                .count(SalesforceFault.ALWAYS));
        TapRun.Result broken = bulk("Lead").set("request_max_attempts", 1).run();
        sandbox.clearFaults();

        TapRun.Result rest = bulk("Lead").state(broken.state().toString()).run();

        assertThat(broken.code()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(rest.code()).as(rest.err()).isEqualTo(ExitCode.OK);
        List<JsonNode> both = new ArrayList<>(broken.records("Lead"));
        both.addAll(rest.records("Lead"));
        Truths.assertSame(sandbox, "Lead", both);
        assertThat(both).doesNotHaveDuplicates();
        assertThat(rest.log()).anyMatch(line -> line.contains("going on with Bulk job"));
    }

    @Test
    void aJobThatIsGoneWhenALaterRunAsksForItIsDoneAgain() {
        sandbox.fault(Fault.of(SalesforceFault.UNAVAILABLE_503)
                .path("/result/752")
                .at(2)
                .count(SalesforceFault.ALWAYS));
        TapRun.Result broken = bulk("Lead").set("request_max_attempts", 1).run();
        sandbox.clearFaults();
        sandbox.fault(Fault.of(SalesforceFault.BULK_JOB_EXPIRED).path("/batch").count(1));

        TapRun.Result rest = bulk("Lead").state(broken.state().toString()).run();

        assertComplete(rest);
        assertThat(rest.log()).anyMatch(line -> line.contains("cannot go on, its window is read anew"));
        assertThat(calls("POST", "job")).isEqualTo(2);
    }

    @Test
    void aFileThatEndsBehindARowTooEarlyIsNoticedByTheCountOfItsBatch() {
        sandbox.fault(Fault.of(SalesforceFault.BULK_ROWS_MISSING).path("/result/752"));

        TapRun.Result run = bulk("Lead").run();

        assertComplete(run);
        assertThat(run.log()).anyMatch(line -> line.contains("its pages held") && line.contains("reading over REST"));
    }

    @Test
    void aJobIdThatAnotherTapLeftInTheStateIsDroppedAndItsWindowReadFromTheBookmark() {
        String state = "{\"bookmarks\":{\"Lead\":{\"SystemModstamp\":\"2026-05-01T00:00:00.000000Z\","
                + "\"JobID\":\"750000000000000AAA\",\"BatchIDs\":[\"751000000000000AAA\"],"
                + "\"JobHighestBookmarkSeen\":\"2026-06-30T12:00:00.000000Z\"}}}";

        TapRun.Result run = bulk("Lead").state(state).run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("Lead")).hasSizeGreaterThan(10);
        assertThat(run.bookmark("Lead").has("JobID")).isFalse();
        assertThat(calls("GET", "job/750000000000000AAA.*")).isZero();
    }
}
