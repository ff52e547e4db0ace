package bizops.tap.marketo;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.MarketoFault;
import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A quota that is spent ends the run with 75; what was read is kept, and the next run goes on there. */
class QuotaTest extends Marketo {
    private TapRun wide(String... streams) {
        return tap().set("start_date", "2025-06-01").set("max_queued_jobs", 1).streams(streams);
    }

    private void assertTheNextRunGoesOn(TapRun.Result stopped, String said) {
        sandbox.clearFaults();
        TapRun.Result next =
                wide("activities").state(stopped.state().toString()).run();

        assertThat(stopped.code()).as(stopped.err()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(stopped.err())
                .contains(said)
                .contains("midnight in US Central")
                .contains("2026-07-01T05:00:00Z");
        assertThat(next.code()).as(next.err()).isEqualTo(ExitCode.OK);
        List<JsonNode> both = new ArrayList<>(stopped.records("activities"));
        both.addAll(next.records("activities"));
        TapRun.Result whole = wide("activities").run();
        assertThat(Truths.newest("activities", both).keySet())
                .isEqualTo(
                        Truths.newest("activities", whole.records("activities")).keySet());
        if (!stopped.records("activities").isEmpty()) {
            assertThat(next.records("activities"))
                    .hasSizeLessThan(whole.records("activities").size());
        }
    }

    @Test
    void theDaysCallsEndTheRunWithTheStateKept() {
        sandbox.fault(Fault.of(MarketoFault.DAILY_QUOTA_607).at(30));

        assertTheNextRunGoesOn(wide("activities").run(), "API calls are used up (error 607");
    }

    @Test
    void theDaysMegabytesEndTheRunAtCreate() {
        sandbox.fault(Fault.of(MarketoFault.EXPORT_QUOTA_1029).path("create").at(4));

        assertTheNextRunGoesOn(wide("activities").run(), "export volume is used up (error 1029");
    }

    @Test
    void theDaysMegabytesEndTheRunBetweenCreateAndEnqueue() {
        sandbox.fault(Fault.of(MarketoFault.EXPORT_QUOTA_1029).path("enqueue").at(4));
        TapRun.Result stopped = wide("activities").run();

        assertThat(stopped.bookmark("activities")
                        .path("exports")
                        .path(0)
                        .path("status")
                        .asText())
                .isEqualTo("Created");
        assertTheNextRunGoesOn(stopped, "export volume is used up");
    }

    @Test
    void filesThatAreDoneAreReadBeforeTheRunEnds() {
        sandbox.fault(Fault.of(MarketoFault.EXPORT_QUOTA_1029).path("create").at(3));
        TapRun.Result stopped = wide("activities").set("max_queued_jobs", 4).run();

        assertThat(stopped.code()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(end(stopped.bookmark("activities"))).isEqualTo("2025-07-31T00:00:00Z");
    }

    @Test
    void ourOwnLimitOfCallsEndsTheRunBeforeMarketoDoes() {
        assertThat(tap().streams("lead_partitions").run().code()).isEqualTo(ExitCode.OK);
        TapRun.Result run =
                tap().set("max_daily_calls", 2).streams("lead_partitions").run();

        assertThat(run.code()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(run.err()).contains("'max_daily_calls' is 2").contains("2026-07-01T05:00:00Z");
    }

    @Test
    void aRunThatMayWaitGoesOnAfterMidnight() {
        sandbox.close();
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.008).clock(Instant.parse("2026-07-01T04:59:59Z")));
        sandbox.fault(Fault.of(MarketoFault.DAILY_QUOTA_607).at(2).count(1));
        TapRun.Result run =
                tap().set("quota_action", "wait").streams("lead_partitions").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("lead_partitions")).isNotEmpty();
    }
}
