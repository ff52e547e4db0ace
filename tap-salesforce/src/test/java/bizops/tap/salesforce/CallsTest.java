package bizops.tap.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.singer.error.ExitCode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The README says what a run costs; here the request log says so too. */
class CallsTest {
    private static final int PAGE = 200;
    private static final List<String> STREAMS = List.of("Campaign", "CampaignMember", "Lead", "User");

    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.12).advance(Duration.ofHours(1)));
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    private static TapRun tap() {
        return TapRun.against(sandbox)
                .streams(STREAMS.toArray(String[]::new))
                .set("page_size", PAGE)
                .set("api_type", "REST");
    }

    /** Runs and answers the calls that count, and holds the quota's own count against them. */
    private static int calls(TapRun tap) {
        sandbox.usage().reset();
        TapRun.Result run = tap.run();
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        return sandbox.usage().calls();
    }

    private static int pages(TapRun.Result run, String stream) {
        return Math.max(1, (run.records(stream).size() + PAGE - 1) / PAGE);
    }

    @Test
    void aFirstRunCostsTheDescribesACountAndForEachStreamTheBoundAndItsPages() {
        TapRun.Result run = tap().run();
        int expected = 2 + STREAMS.size();
        for (String stream : STREAMS) {
            expected += pages(run, stream);
        }

        assertThat(pages(run, "Lead")).isGreaterThan(2);
        assertThat(calls(tap())).isEqualTo(expected);
    }

    @Test
    void aStartDateCostsACountForEachStreamInPlaceOfTheOneForAll() {
        TapRun started =
                tap().set("start_date", sandbox.now().minus(Duration.ofDays(1)).toString());
        TapRun.Result run = started.run();

        assertThat(calls(started)).isEqualTo(1 + 3 * STREAMS.size());
        assertThat(run.log())
                .anyMatch(line -> line.matches(".*\"Lead\": \\d{3} rows last changed before start_date .*"));
    }

    @Test
    void everyLaterRunCostsOneMoreAStreamForItsDeletions() {
        String state = tap().run().state().toString();
        sandbox.advance(Duration.ofMinutes(15));

        assertThat(calls(tap().state(state))).isEqualTo(1 + 3 * STREAMS.size());
    }

    @Test
    void discoveryCostsOneCallAndOneForEach25Objects() {
        TapRun.Result run = TapRun.against(sandbox).discover().run();
        int objects = run.catalog().path("streams").size();

        assertThat(calls(TapRun.against(sandbox).discover())).isEqualTo(1 + (objects + 24) / 25);
    }

    @Test
    void aStateIsWrittenOnceInSoManyRecordsAndNotBehindEach() {
        TapRun.Result run = tap().set("state_every_records", 100).run();

        int records = run.of("RECORD").size();
        assertThat(records).isGreaterThan(1_000);
        assertThat(run.of("STATE")).hasSizeBetween(records / 500, records / 100 + 3 * STREAMS.size());
    }

    @Test
    void theQuotaCountsWhatTheServerCounts() {
        TapRun.Result first = tap().run();
        sandbox.usage().reset();
        tap().run();
        int calls = sandbox.usage().calls();
        double share = 100.0 * calls / 100_000;

        TapRun.Result under =
                tap().set("quota_percent_per_run", String.valueOf(share)).run();
        TapRun.Result over = tap().set("quota_percent_per_run", String.valueOf(share - 0.0005))
                .run();

        assertThat(first.code()).isEqualTo(ExitCode.OK);
        assertThat(under.code()).as(under.err()).isEqualTo(ExitCode.OK);
        assertThat(over.code()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(over.err()).contains("this run made " + calls + " of the 100000");
    }
}
