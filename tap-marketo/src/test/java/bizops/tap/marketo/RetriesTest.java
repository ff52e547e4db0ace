package bizops.tap.marketo;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.MarketoFault;
import bizops.sandbox.fault.TransportFault;
import bizops.singer.error.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever Marketo does wrong for a while leaves no trace in the rows. */
class RetriesTest extends Marketo {
    private void assertLeadsComeThrough(FaultName fault, int at, int count) {
        sandbox.fault(Fault.of(fault).at(at).count(count));

        TapRun.Result run =
                tap().set("start_date", "2010-01-01").streams("leads").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(sandbox.faultsFired()).as("%s struck", fault).isPositive();
        Truths.assertSame(sandbox, "leads", run.records("leads"));
    }

    @ParameterizedTest
    @EnumSource(
            value = MarketoFault.class,
            names = {
                "TOKEN_INVALID_601",
                "TOKEN_EXPIRED_602",
                "TIMED_OUT_604",
                "RATE_LIMIT_606",
                "UNAVAILABLE_608",
                "SYSTEM_ERROR_611",
                "INVALID_SUBSCRIPTION_614",
                "CONCURRENT_LIMIT_615",
                "TRANSIENT_713",
                "GATEWAY_BODY_502",
                "BAD_GATEWAY_502",
                "HTML_503",
                "IDENTITY_502",
                "TOKEN_ALMOST_EXPIRED",
                "QUEUE_FULL_1029",
                "ALREADY_QUEUED_1029",
                "JOB_FAILED",
                "JOB_CANCELLED",
                "JOB_CANCELED",
                "JOB_EXPIRED",
                "FILE_JSON_ERROR",
                "FILE_NOT_FOUND_404",
                "FILE_TRICKLE",
                "ROWS_TWICE",
                "QUOTED_NULL"
            })
    void whatPassesIsWaitedOut(MarketoFault fault) {
        assertLeadsComeThrough(fault, 1, 1);
    }

    @ParameterizedTest
    @EnumSource(TransportFault.class)
    void aConnectionThatFailsIsMadeAgain(TransportFault fault) {
        sandbox.fault(Fault.of(fault).at(9).seconds(1));

        TapRun.Result run = tap().set("start_date", "2010-01-01")
                .set("request_timeout", 5)
                .streams("leads")
                .run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(sandbox.faultsFired()).as("%s struck", fault).isPositive();
        Truths.assertSame(sandbox, "leads", run.records("leads"));
    }

    @Test
    void theRateOfOthersIsWaitedOutHoweverOften() {
        assertLeadsComeThrough(MarketoFault.RATE_LIMIT_606, 4, 40);
    }

    @Test
    void aSubscriptionThatIsNeverValidPointsAtTheEndpoint() {
        sandbox.fault(Fault.of(MarketoFault.INVALID_SUBSCRIPTION_614).count(1000));

        TapRun.Result run =
                tap().set("request_max_attempts", 2).streams("lead_partitions").run();

        assertThat(run.code()).isNotEqualTo(ExitCode.OK);
        assertThat(run.err()).contains("error 614: Invalid Subscription; check 'endpoint'");
    }

    @Test
    void aTokenThatIsRefusedTwiceEndsTheRun() {
        sandbox.fault(Fault.of(MarketoFault.TOKEN_INVALID_601).count(1000));

        TapRun.Result run = tap().streams("leads").run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("error 601").contains("check the credentials");
    }

    /** Asking early gives the same token again, so its end is waited for. */
    @Test
    void aTokenWithASecondLeftIsWaitedOut() {
        sandbox.fault(Fault.of(MarketoFault.TOKEN_ALMOST_EXPIRED).count(2));

        TapRun.Result run = read("lead_partitions");

        assertThat(sandbox.faultsFired()).isEqualTo(2);
        assertThat(run.log())
                .filteredOn(line -> line.contains("waiting for a new one"))
                .hasSize(2);
        assertThat(sandbox.marketo().usage().entries()).allMatch(entry -> entry.status() == 200);
        assertThat(run.records("lead_partitions")).isNotEmpty();
    }

    @Test
    void badCredentialsAreToldPlainly() {
        sandbox.fault(Fault.of(MarketoFault.IDENTITY_401).count(1000));

        TapRun.Result run = tap().streams("leads").run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("login failed").contains("check 'client_id' and 'client_secret'");
    }

    @Test
    void aLoginWithoutATokenIsTold() {
        sandbox.fault(Fault.of(MarketoFault.IDENTITY_WITHOUT_TOKEN).count(1000));

        TapRun.Result run = tap().streams("leads").run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("no access_token");
    }

    @ParameterizedTest
    @EnumSource(
            value = MarketoFault.class,
            names = {"FILE_WRONG_CHECKSUM", "FILE_WRONG_SIZE"})
    void nothingOfAFileThatIsWrongIsSentAndTheNextRunMakesAnother(MarketoFault fault) {
        sandbox.fault(Fault.of(fault));
        TapRun.Result run =
                tap().set("max_queued_jobs", 1).streams("activities").run();
        TapRun.Result again =
                tap().streams("activities").state(run.state().toString()).run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("is not as it should be, even when fetched again");
        assertThat(run.records("activities")).isEmpty();
        assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.OK);
        assertThat(again.records("activities")).isNotEmpty();
    }

    @Test
    void fieldsThatAreGoneSinceTheyWereDescribedAreLeftOut() {
        sandbox.fault(Fault.of(MarketoFault.INVALID_FIELDS_1003).field("industry"));

        TapRun.Result run = tap().streams("leads").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("leads")).isNotEmpty();
        assertThat(run.log()).anyMatch(line -> line.contains("[industry]") && line.startsWith("WARN"));
    }

    @Test
    void whatTheApiUserMayNotReadIsLeftOutOfTheCatalog() {
        sandbox.fault(Fault.of(MarketoFault.ACCESS_DENIED_603).path("/leads/describe"));

        TapRun.Result run = tap().discover().run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.catalog().path("streams").findValuesAsText("tap_stream_id"))
                .doesNotContain("leads")
                .contains("activities");
        assertThat(run.log()).anyMatch(line -> line.contains("no stream leads: error 603: Access denied"));
    }

    @ParameterizedTest
    @EnumSource(
            value = MarketoFault.class,
            names = {"ACCESS_DENIED_603", "FORBIDDEN_403"})
    void whatTheApiUserMayNotReadFailsItsStreamAloneAndSaysWhatToDo(MarketoFault fault) {
        sandbox.fault(Fault.of(fault).path("/rest/v1/leads/partitions"));

        TapRun.Result alone = tap().streams("lead_partitions").run();
        TapRun.Result run = tap().set("on_stream_error", "continue")
                .streams("lead_partitions", "activity_types")
                .run();

        assertThat(alone.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(alone.err()).contains("stream \"lead_partitions\"").contains("read-only permission");
        assertThat(run.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(run.records("activity_types")).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = MarketoFault.class,
            names = {"ACCESS_DENIED_603", "FORBIDDEN_403"})
    void anExtractThatIsRefusedStopsNoOtherStream(MarketoFault fault) {
        sandbox.fault(Fault.of(fault).path("/bulk/v1/leads"));

        TapRun.Result run = tap().set("on_stream_error", "continue")
                .streams("leads", "activities")
                .run();

        assertThat(run.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(run.err()).contains("1 of 2 streams failed: leads");
        assertThat(run.records("activities")).isNotEmpty();
        assertThat(run.bookmark("activities").has("replication_key_value")).isTrue();
        assertThat(run.bookmark("leads").has("replication_key_value")).isFalse();
    }

    @Test
    void namesOfTypesInCapitalsAreTheSameTypes() {
        sandbox.fault(Fault.of(MarketoFault.CAPITAL_TYPE_NAME));

        TapRun.Result run = tap().discover().run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("\"activities_open_email\"").contains("\"campaign_run_id\"");
    }

    @ParameterizedTest
    @EnumSource(
            value = MarketoFault.class,
            names = {"EMPTY_PAGES", "RESULT_ABSENT", "SHORT_PAGE", "PAGE_TOKEN_REPEATED", "PAGE_TOKEN_EXPIRED"})
    void pagesThatMisbehaveLoseNothing(MarketoFault fault) {
        sandbox.marketo().deleteLead(lead(0));
        sandbox.marketo().deleteLead(lead(0));
        sandbox.advance(java.time.Duration.ofMinutes(10));
        sandbox.fault(Fault.of(fault).path("/activities/deletedleads"));

        TapRun.Result run = tap().streams("deleted_leads").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(sandbox.faultsFired()).as("%s struck", fault).isPositive();
        Truths.assertSame(sandbox, "deleted_leads", run.records("deleted_leads"));
    }

    @ParameterizedTest
    @EnumSource(
            value = MarketoFault.class,
            names = {"ID_ABSENT", "LARGE_ID", "DELETION_TWICE"})
    void numbersOfActivitiesMayBeAbsentOrLargeAndDeletionsToldTwice(MarketoFault fault) {
        long lead = lead(0);
        sandbox.marketo().deleteLead(lead);
        sandbox.advance(java.time.Duration.ofMinutes(10));
        sandbox.fault(Fault.of(fault));

        TapRun.Result run = read("deleted_leads");

        assertThat(sandbox.faultsFired()).isPositive();
        assertThat(run.records("deleted_leads"))
                .filteredOn(row -> row.path("leadId").asLong() == lead)
                .hasSize(1)
                .allMatch(row -> row.path("marketoGUID").isTextual());
        assertThat(Truths.newest("deleted_leads", run.records("deleted_leads")).keySet())
                .isEqualTo(Truths.rows(sandbox, "deleted_leads").keySet());
    }

    @Test
    void assetsThatMoveWhileTheyAreReadAreNotLost() {
        plantLists(210);
        sandbox.fault(Fault.of(MarketoFault.OFFSET_DRIFT).path("/rest/asset/v1/staticLists"));

        TapRun.Result run = tap().streams("static_lists").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(sandbox.faultsFired()).isPositive();
        Truths.assertSame(sandbox, "static_lists", run.records("static_lists"));
    }

    @Test
    void listsOfWhichAPageTokenHasEndedAreReadAgainFromTheFirst() {
        plantLists(310);
        sandbox.fault(Fault.of(MarketoFault.PAGE_TOKEN_EXPIRED)
                .path("/rest/v1/lists.json")
                .at(2));

        TapRun.Result run = tap().streams("lists").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.log()).anyMatch(line -> line.contains("paging token expired") && line.contains("again"));
        assertThat(run.records("lists").size()).isGreaterThan(310);
        Truths.assertSame(sandbox, "lists", run.records("lists"));
    }

    private void plantLists(int count) {
        for (int list = 0; list < count; list++) {
            sandbox.marketo().addStaticList("planted " + list);
        }
        sandbox.advance(java.time.Duration.ofMinutes(10));
    }
}
