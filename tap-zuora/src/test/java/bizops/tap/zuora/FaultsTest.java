package bizops.tap.zuora;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.TransportFault;
import bizops.sandbox.fault.ZuoraFault;
import bizops.singer.error.ExitCode;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever Zuora does meanwhile, the rows are its rows, or one clear line says why not. */
class FaultsTest {
    private static final String[] STREAMS = {"Account", "InvoiceItem"};

    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.012).advance(Duration.ofHours(3)));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private TapRun tap() {
        return TapRun.against(sandbox).streams(STREAMS);
    }

    private TapRun.Result whole(TapRun.Result run) {
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        for (String stream : STREAMS) {
            Truths.assertSame(sandbox, stream, run);
        }
        return run;
    }

    static Stream<Arguments> passingFaults() {
        Stream<FaultName> anywhere = Stream.of(
                ZuoraFault.TOKEN_EXPIRED,
                ZuoraFault.UNAUTHORIZED_401,
                ZuoraFault.BARE_429,
                ZuoraFault.ERROR_500,
                ZuoraFault.BAD_GATEWAY_502,
                ZuoraFault.UNAVAILABLE_503,
                ZuoraFault.TIMEOUT_504,
                ZuoraFault.LOCKED_50,
                ZuoraFault.TEMPORARY_61,
                TransportFault.CONNECTION_RESET,
                TransportFault.TRUNCATED_BODY);
        return anywhere.flatMap(
                fault -> Stream.of("/v1/batch-query", "/v1/files/").map(path -> Arguments.of(fault, path)));
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void whatPassesIsSatOut(FaultName fault, String path) {
        sandbox.fault(Fault.of(fault).path(path));

        whole(tap().run());
    }

    @ParameterizedTest
    @EnumSource(
            value = ZuoraFault.class,
            names = {"UNAUTHORIZED_401", "TOKEN_EXPIRED"})
    void aTokenThatEndsBetweenTwoPollsIsRenewed(ZuoraFault fault) {
        sandbox.fault(Fault.of(fault).path("/v1/batch-query/jobs/").at(2));

        whole(tap().run());
    }

    @ParameterizedTest
    @EnumSource(
            value = ZuoraFault.class,
            names = {"RATE_LIMIT_429", "CONCURRENT_LIMIT_429"})
    void aSpentLimitIsWaitedForAsLongAsTheReplySays(ZuoraFault fault) {
        sandbox.fault(Fault.of(fault).path("/v1/files/").seconds(1).count(2));

        whole(tap().run());
    }

    @ParameterizedTest
    @EnumSource(
            value = ZuoraFault.class,
            names = {"BARE_429", "BAD_GATEWAY_502", "UNAVAILABLE_503", "TIMEOUT_504"})
    void aLogInThatFailsForAMomentIsRepeated(ZuoraFault fault) {
        sandbox.fault(Fault.of(fault).path("/oauth/token"));

        whole(tap().run());

        assertThat(sandbox.faultsFired()).isEqualTo(1);
    }

    @Test
    void aLimitThatIsSpentForLongerThanPatienceLastsEndsTheRunWith75() {
        sandbox.fault(Fault.of(ZuoraFault.RATE_LIMIT_429).path("/v1/files/").seconds(7_200));

        TapRun.Result run = tap().run();

        assertThat(run.code()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(run.err()).contains("429");
    }

    @ParameterizedTest
    @EnumSource(
            value = ZuoraFault.class,
            names = {
                "SUBMIT_90022",
                "SUBMIT_90028",
                "JOB_STUCK",
                "JOB_ABORTED",
                "JOB_ERROR_90022",
                "WRONG_COUNT",
                "FILE_PURGED",
                "FILE_CUT",
                "GZIP_TRAILER_MISSING",
                "SEGMENTS",
                "UNREQUESTED_COLUMN",
                "LOWER_CASE_HEADER",
                "OFFSET_COLON",
                "OFFSET_Z",
                "SHORT_TOKENS",
                "CLOCK_SKEW",
                "FIVE_JOBS"
            })
    void whatJobsAndFilesDoChangesNoRow(ZuoraFault fault) {
        sandbox.fault(Fault.of(fault));

        whole(tap().run());
    }

    @ParameterizedTest
    @EnumSource(
            value = ZuoraFault.class,
            names = {"WRONG_COUNT", "FILE_CUT", "GZIP_TRAILER_MISSING"})
    void ofAFileThatStaysBrokenNoRowIsSent(ZuoraFault fault) {
        sandbox.fault(Fault.of(fault).object("InvoiceItem").count(1_000));

        TapRun.Result run = tap().set("on_stream_error", "continue").run();

        assertThat(run.code()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(run.records("InvoiceItem")).isEmpty();
        assertThat(run.err())
                .contains("InvoiceItem")
                .contains("a file stays broken")
                .contains("the state is kept");
        assertThat(run.bookmark("InvoiceItem").has("replication_key_value")).isFalse();
    }

    @Test
    void aFileThatIsPurgedEveryTimeEndsTheRunAndTheSameWindowComesNext() {
        TapRun.Result first = whole(tap().run());
        sandbox.advance(Duration.ofDays(1));
        sandbox.fault(Fault.of(ZuoraFault.FILE_PURGED).object("Account").count(1_000));

        TapRun.Result second = tap().state(first.state().toString()).run();
        sandbox.clearFaults();
        TapRun.Result third = tap().state(second.state().toString()).run();

        assertThat(second.code()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(second.bookmark("Account").path("replication_key_value"))
                .isEqualTo(first.bookmark("Account").path("replication_key_value"));
        assertThat(third.code()).as(third.err()).isEqualTo(ExitCode.OK);
        for (String stream : STREAMS) {
            Truths.assertSame(sandbox, stream, first, second, third);
        }
    }

    @Test
    void aBatchWithoutAFileIsAnErrorOfItsStreamAlone() {
        sandbox.fault(Fault.of(ZuoraFault.BATCH_WITHOUT_FILE).object("Account"));

        TapRun.Result run = tap().set("on_stream_error", "continue").run();

        assertThat(run.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(run.err()).contains("Account");
        Truths.assertSame(sandbox, "InvoiceItem", run);
    }

    @Test
    void aJobThatFailedForGoodIsNotAskedForAgainByTheNextRun() {
        sandbox.fault(Fault.of(ZuoraFault.BATCH_WITHOUT_FILE).object("Account"));
        TapRun.Result first = tap().run();

        TapRun.Result second = tap().state(first.state().toString()).run();

        assertThat(first.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(second.code()).as(second.err()).isEqualTo(ExitCode.OK);
        Truths.assertSame(sandbox, "Account", first, second);
    }

    @ParameterizedTest
    @EnumSource(
            value = ZuoraFault.class,
            names = {"FILE_TOO_LARGE", "JOB_TOO_LONG_90027"})
    void aWindowThatIsTooMuchIsReadInSlicesThatGrow(ZuoraFault fault) {
        TapRun.Result first = whole(tap().run());
        sandbox.advance(Duration.ofDays(6));
        sandbox.fault(Fault.of(fault).seconds(90_000));

        TapRun.Result second = tap().set("lookback", Map.of("InvoiceItem", Map.of("days", 0)))
                .state(first.state().toString())
                .run();

        assertThat(second.code()).as(second.err()).isEqualTo(ExitCode.OK);
        for (String stream : STREAMS) {
            Truths.assertSame(sandbox, stream, first, second);
        }
    }

    @Test
    void aFieldThatQueriesRefuseIsLeftOutWithAWarningAndRemembered() {
        sandbox.fault(Fault.of(ZuoraFault.FIELD_REJECTED).object("Account").field("Notes"));

        TapRun.Result first = tap().run();
        sandbox.zuora().usage().reset();
        TapRun.Result second = tap().state(first.state().toString()).run();

        assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.OK);
        assertThat(first.log()).anyMatch(line -> line.startsWith("WARN") && line.contains("\"Notes\""));
        assertThat(first.records("Account").get(0).has("Notes")).isFalse();
        Truths.assertSame(sandbox, "InvoiceItem", first);
        assertThat(second.code()).as(second.err()).isEqualTo(ExitCode.OK);
        assertThat(sandbox.zuora().usage().entries())
                .filteredOn(
                        entry -> entry.method().equals("POST") && entry.path().contains("batch-query"))
                .hasSize(1);
    }

    @Test
    void afterAWeekARefusedFieldIsTriedAgainAndFilledForAllRows() {
        sandbox.fault(Fault.of(ZuoraFault.FIELD_REJECTED).object("Account").field("Notes"));
        TapRun.Result first = tap().run();
        sandbox.clearFaults();
        sandbox.advance(Duration.ofDays(8));

        TapRun.Result second = tap().state(first.state().toString()).run();
        TapRun.Result third = tap().state(second.state().toString()).run();

        assertThat(third.code()).as(third.err()).isEqualTo(ExitCode.OK);
        Truths.assertSame(sandbox, "Account", first, second, third);
    }

    @Test
    void aFieldThatIsRemovedAfterDiscoveryIsLeftOut() {
        String catalog = Catalogs.selectingAs(sandbox, "Account", "INCREMENTAL");
        sandbox.fault(Fault.of(ZuoraFault.FIELD_HIDDEN).object("Account").field("Entity__c"));

        TapRun.Result run = TapRun.against(sandbox).catalog(catalog).run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("Account")).isNotEmpty();
        assertThat(run.records("Account").get(0).has("Entity__c")).isFalse();
    }

    @Test
    void anObjectThatIsHiddenAfterDiscoveryFailsAloneWithAdvice() {
        String catalog = Catalogs.selectingAs(sandbox, "Account", "INCREMENTAL");
        sandbox.fault(Fault.of(ZuoraFault.OBJECT_HIDDEN).object("Account"));

        TapRun.Result run = TapRun.against(sandbox).catalog(catalog).run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("stream \"Account\"").contains("request 0000");
    }

    @Test
    void labelsInPlaceOfNamesAreAnErrorAndNotEmptyRows() {
        sandbox.fault(Fault.of(ZuoraFault.LABEL_HEADER));

        TapRun.Result run = tap().run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("lacks the column");
        assertThat(run.of("RECORD")).isEmpty();
    }

    @Test
    void nulCharactersAreTakenOutWithOneWarning() {
        sandbox.fault(Fault.of(ZuoraFault.NUL_IN_TEXT).object("Account"));

        TapRun.Result run = tap().run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).doesNotContain("\\u0000");
        assertThat(run.log())
                .filteredOn(line -> line.startsWith("WARN") && line.contains("U+0000"))
                .hasSize(1);
    }

    @Test
    void aUserWithoutTheRightToFilesIsToldWhich() {
        sandbox.fault(Fault.of(ZuoraFault.FORBIDDEN_403).path("/v1/files/"));

        TapRun.Result run = tap().run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("Enable DataSource Exports Reporting");
    }

    @Test
    void aTenantThatRequiresAnEntityIsReadWithItsIdAndAskedForWithout() {
        sandbox.fault(Fault.of(ZuoraFault.ENTITY_REQUIRED));

        TapRun.Result without = tap().run();

        assertThat(without.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(without.err()).contains("'entity_id'");
        whole(tap().set("entity_id", "1a2b7a37-3e7d-4cb3-b0e2-883de9e766cc").run());
    }

    @Test
    void whereOnlyFiveJobsMayRunNoMoreThanFourAreUnderWay() {
        sandbox.fault(Fault.of(ZuoraFault.FIVE_JOBS));
        String[] streams = {"Account", "Contact", "Invoice", "InvoiceItem", "Payment", "Product", "RatePlan"};

        TapRun.Result run = TapRun.against(sandbox)
                .streams(streams)
                .set("queries_per_job", 1)
                .set("job_timeout_minutes", 1)
                .run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(sandbox.zuora().usage().entries())
                .filteredOn(
                        entry -> entry.method().equals("POST") && entry.path().contains("batch-query"))
                .as("none was refused")
                .hasSize(streams.length);
    }

    @Test
    void rowsThatAreCommittedLateComeWithTheNextRun() {
        TapRun.Result first = tap().run();
        sandbox.advance(Duration.ofDays(1));
        sandbox.fault(Fault.of(ZuoraFault.LATE_COMMIT).seconds(5_400));
        sandbox.zuora().insert("Account", Map.of("Name", "late"));
        sandbox.advance(Duration.ofMinutes(10));
        TapRun.Result second = tap().state(first.state().toString()).run();
        sandbox.advance(Duration.ofMinutes(90));

        TapRun.Result third = tap().state(second.state().toString()).run();

        assertThat(second.out()).doesNotContain("\"late\"");
        assertThat(third.out()).contains("\"late\"");
        Truths.assertSame(sandbox, "Account", first, second, third);
    }
}
