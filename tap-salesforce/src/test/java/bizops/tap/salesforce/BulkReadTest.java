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
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows by way of Bulk 2.0 jobs: the same records as over REST, whatever the vendor does meanwhile. */
class BulkReadTest {
    private static final int PAGE = 100;
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
        return TapRun.against(sandbox).streams(streams).set("api_type", "BULK2").set("bulk_poll_seconds", 0.01);
    }

    private static void smallPages() {
        sandbox.fault(Fault.of(SalesforceFault.BULK_SMALL_PAGES).rows(PAGE));
    }

    private static void assertComplete(TapRun.Result run) {
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        Truths.assertSame(sandbox, "Lead", run.records("Lead"));
    }

    private static long calls(String method, String path) {
        return sandbox.usage().entries().stream()
                .filter(entry -> entry.method().equals(method) && entry.path().contains(path))
                .count();
    }

    private static long jobs() {
        return sandbox.usage().entries().stream()
                .filter(entry -> entry.method().equals("POST") && entry.path().endsWith("/jobs/query"))
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lead", "Account", "Campaign", "CampaignMember", "Opportunity", "OpportunityFieldHistory"})
    void sendsTheSameRecordsAsRestWithAddressesPutTogetherFromTheirParts(String stream) {
        TapRun.Result rest =
                TapRun.against(sandbox).streams(stream).set("api_type", "REST").run();

        TapRun.Result run = bulk(stream).run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(jobs()).isEqualTo(1);
        assertThat(rest.records(stream)).isNotEmpty();
        assertThat(run.records(stream)).containsExactlyInAnyOrderElementsOf(rest.records(stream));
    }

    @Test
    void readsAllPagesAndDeletesTheJob() {
        smallPages();

        TapRun.Result run = bulk("Lead").run();

        assertComplete(run);
        assertThat(run.records("Lead")).doesNotHaveDuplicates().hasSizeGreaterThan(5 * PAGE);
        assertThat(calls("DELETE", "/jobs/query/")).isEqualTo(1);
    }

    @Test
    void setsTheBookmarkToTheEndOfTheWindowThoughRowsComeInNoOrder() {
        TapRun.Result run = bulk("Lead").run();

        List<String> stamps = run.records("Lead").stream()
                .map(record -> record.path("SystemModstamp").asText())
                .toList();
        assertThat(stamps).isNotEqualTo(stamps.stream().sorted().toList());
        assertThat(run.bookmark("Lead").path("replication_key_value").asText()).isEqualTo("2026-06-30T12:59:00Z");
        assertThat(run.bookmark("Lead").has("bulk2")).isFalse();
    }

    @Test
    void makesNoMoreCallsThanTheReadmeSays() {
        smallPages();

        TapRun.Result run = bulk("Lead").run();

        assertComplete(run);
        long rows = run.records("Lead").size();
        long pages = (rows + PAGE - 1) / PAGE;
        long polls = 2;
        assertThat(sandbox.usage().entries().stream()
                        .filter(entry -> entry.path().contains("/jobs/query"))
                        .count())
                .isEqualTo(2 + polls + (pages + 4) / 5 + pages);
    }

    static Stream<FaultName> passingFaults() {
        return Stream.of(
                SalesforceFault.UNAVAILABLE_503,
                SalesforceFault.BAD_GATEWAY_502,
                SalesforceFault.ERROR_500,
                SalesforceFault.HTML_200,
                SalesforceFault.EMPTY_406,
                SalesforceFault.CONCURRENT_LIMIT,
                SalesforceFault.SESSION_EXPIRED,
                SalesforceFault.BULK_ROWS_MISSING,
                TransportFault.CONNECTION_RESET,
                TransportFault.TRUNCATED_BODY);
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void asksForAPageAgainThatFailsOrIsNotWhole(FaultName fault) {
        smallPages();
        sandbox.fault(Fault.of(fault).path("/results").at(2));

        TapRun.Result run = bulk("Lead").run();

        assertComplete(run);
        assertThat(run.records("Lead")).doesNotHaveDuplicates();
        assertThat(jobs()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void goesOnWhenCreatingPollingOrListingPagesFailsForOnce(FaultName fault) {
        sandbox.fault(Fault.of(fault).path("/jobs/query"));
        sandbox.fault(Fault.of(fault).path("/jobs/query/7"));
        sandbox.fault(Fault.of(fault).path("/resultPages"));

        assertComplete(bulk("Lead").run());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "InvalidBatch : Failed to process query: QUERY_TIMEOUT: x",
                "INVALID_FIELD: SELECT x ERROR at Row:1:Column:12 No such column 'x'",
                "FUNCTIONALITY_NOT_ENABLED: Selecting compound data not supported in Bulk Query",
                "OPERATION_TOO_LARGE: exceeded 100000 distinct who/what's",
                "Retried more than fifteen times",
                "Failed to write query result",
                "FeatureNotEnabled : Cannot serialize value for 'x' in CSV format"
            })
    void aFailedJobIsNamedWithItsReasonAndItsRowsAreReadOverRest(String message) {
        sandbox.fault(Fault.of(SalesforceFault.BULK_JOB_FAILED).message(message));

        TapRun.Result run = bulk("Lead").run();

        assertComplete(run);
        assertThat(run.log())
                .anyMatch(line -> line.startsWith("WARN")
                        && line.contains("Failed: " + message)
                        && line.contains("reading over REST instead"));
    }

    @Test
    void aJobThatAnAdministratorAbortsIsNotAwaitedForEver() {
        sandbox.fault(Fault.of(SalesforceFault.BULK_JOB_ABORTED));

        TapRun.Result run = bulk("Lead").run();

        assertComplete(run);
        assertThat(run.log()).anyMatch(line -> line.contains("is Aborted; reading over REST instead"));
    }

    @Test
    void aJobThatStandsStillIsAbortedAndItsRowsAreReadOverRest() {
        sandbox.fault(Fault.of(SalesforceFault.BULK_JOB_STUCK));

        TapRun.Result run = bulk("Lead").set("bulk_timeout_seconds", 1).run();

        assertComplete(run);
        assertThat(run.log()).anyMatch(line -> line.contains("was aborted: it has stood still for 1 s"));
        assertThat(calls("PATCH", "/jobs/query/")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BULK_REFUSED", "BULK_DISABLED", "BULK_JOB_LIMIT", "BULK_STORAGE_LIMIT"})
    void whereBulkIsRefusedRestReads(String fault) {
        sandbox.fault(Fault.of(SalesforceFault.valueOf(fault)).object("Lead"));

        TapRun.Result run = bulk("Lead").run();

        assertComplete(run);
        assertThat(run.log()).anyMatch(line -> line.startsWith("WARN") && line.contains("reading over REST instead"));
    }

    @Test
    void aJobThatVanishesWhileItIsReadIsReadOverRestFromTheStart() {
        smallPages();
        sandbox.fault(
                Fault.of(SalesforceFault.BULK_JOB_EXPIRED).path("/results").at(4));

        TapRun.Result run = bulk("Lead").run();

        assertComplete(run);
        assertThat(run.bookmark("Lead").path("replication_key_value").asText()).isEqualTo("2026-06-30T12:59:00Z");
    }

    @Test
    void aFieldThatVanishedSinceDiscoveryIsLeftOut() {
        String catalog = Catalogs.selecting(sandbox, "Lead", "FULL_TABLE");
        sandbox.fault(Fault.of(SalesforceFault.FIELD_HIDDEN).object("Lead").field("Title"));

        TapRun.Result run = TapRun.against(sandbox)
                .catalog(catalog)
                .set("api_type", "BULK2")
                .set("bulk_poll_seconds", 0.01)
                .run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("Lead")).hasSize(Truths.rows(sandbox, "Lead").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"REST", "BULK2", "BULK"})
    void oddTextsComeAsTheyAre(String api) {
        List<String> texts = List.of(
                "N/A",
                "NA",
                "null",
                "None",
                "007",
                "a \"b\" 'c'",
                "one,two",
                "\uFEFFmark",
                "nul \u0000 in",
                "line\r\nline\nline",
                "\uD83D\uDE00 \u00E9\u4E2D",
                // 400,001 bytes, so that no buffer ends with a character
                "x" + "\uD83D\uDE00".repeat(100_000),
                "\\",
                "\"",
                "NaN");
        List<String> ids = new ArrayList<>();
        texts.forEach(text -> ids.add(sandbox.insert("Account", Map.of("Name", "odd", "Description", text))));
        sandbox.advance(Duration.ofMinutes(10));

        TapRun.Result run = bulk("Account").set("api_type", api).run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        Map<String, JsonNode> sent = Truths.newest(run.records("Account"));
        for (int i = 0; i < texts.size(); i++) {
            assertThat(Objects.requireNonNull(sent.get(ids.get(i)))
                            .path("Description")
                            .asText())
                    .isEqualTo(texts.get(i));
        }
        ids.forEach(id -> sandbox.purge("Account", id));
    }

    @Test
    void aDaysQuotaThatEndsEndsTheRunWithTryLater() {
        sandbox.fault(Fault.of(SalesforceFault.QUOTA_REACHED).path("/jobs/query"));

        TapRun.Result run = bulk("Lead").run();

        assertThat(run.code()).isEqualTo(ExitCode.TRY_LATER);
    }
}
