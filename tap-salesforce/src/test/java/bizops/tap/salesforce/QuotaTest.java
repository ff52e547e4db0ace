package bizops.tap.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.SalesforceFault;
import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaTest {
    private static final int PAGE = 200;

    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.12).advance(Duration.ofHours(1)));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private TapRun tap() {
        return TapRun.against(sandbox).set("page_size", PAGE);
    }

    @Test
    void aSpentQuotaKeepsTheStateForTheNextDay() {
        sandbox.fault(Fault.of(SalesforceFault.QUOTA_REACHED).path("/query/").at(2));
        TapRun.Result first = tap().streams("Lead").run();
        sandbox.clearFaults();

        TapRun.Result second =
                tap().streams("Lead").state(first.state().toString()).run();

        assertThat(first.code()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(first.err()).contains("TotalRequests Limit exceeded").contains("rolling 24 hours");
        assertThat(first.records("Lead")).hasSize(2 * PAGE);
        List<JsonNode> both = new ArrayList<>(first.records("Lead"));
        both.addAll(second.records("Lead"));
        Truths.assertSame(sandbox, "Lead", both);
        assertThat(both).hasSizeLessThanOrEqualTo(Truths.newest(both).size() + PAGE);
    }

    @Test
    void theShareOfOneRunStopsIt() {
        TapRun.Result run =
                tap().streams("Lead").set("quota_percent_per_run", "0.001").run();

        assertThat(run.code()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(run.err()).contains("quota_percent_per_run of 0.001 %");
    }

    @Test
    void theFormThatTellsTheAppsShareIsReadToo() {
        try (ScriptedOrganisation org = new ScriptedOrganisation()) {
            org.on("GET sobjects", 200, "{\"sobjects\":[]}");

            TapRun.Result run =
                    org.tap().discover().set("quota_percent_total", "0.001").run();

            assertThat(run.code()).isEqualTo(ExitCode.TRY_LATER);
            assertThat(run.err()).contains("25 of 500000 API calls");
        }
    }

    @Test
    void theShareOfEverybodyStopsTheRun() {
        TapRun.Result run = tap().streams("Lead").set("quota_percent_total", 0).run();

        assertThat(run.code()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(run.err()).contains("quota_percent_total of 0 %");
    }

    /** A run counts its own calls; of everybody's it knows what the header says, in either form and however late. */
    @ParameterizedTest
    @CsvSource({
        "quota_percent_total, 6 of 100000 API calls of the last 24 hours are used",
        "quota_percent_per_run, this run made 6 of the 100000 API calls"
    })
    void aHeaderThatIsBehindStillStopsTheRun(String setting, String error) {
        sandbox.fault(Fault.of(SalesforceFault.LIMIT_INFO_LAGS).rows(3));
        sandbox.fault(Fault.of(SalesforceFault.LIMIT_INFO_PER_APP));

        TapRun.Result run = tap().streams("Lead", "Account", "Contact")
                .set(setting, "0.005")
                .run();

        assertThat(run.code()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(run.err()).contains(error);
    }
}
