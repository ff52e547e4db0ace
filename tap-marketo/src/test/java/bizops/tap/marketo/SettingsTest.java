package bizops.tap.marketo;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.config.ConfigLoader;
import bizops.singer.config.SettingsSchema;
import bizops.singer.error.ExitCode;
import bizops.tap.marketo.ScriptedInstance.Answer;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private final ScriptedInstance marketo = new ScriptedInstance()
            .on("GET /rest/v1/leads/partitions.json", Answer.success("[{\"id\":1,\"name\":\"Default\"}]"));

    @AfterEach
    void stop() {
        marketo.close();
    }

    @Test
    void takesWhatConfigurationsOfOlderTapsHold() {
        TapRun.Result run = marketo.tap()
                .set("identity", "")
                .set("max_daily_calls", "8000")
                .set("max_export_days", "1")
                .set("job_timeout", "7200")
                .set("poll_interval", "300")
                .set("request_timeout", "0")
                .set("user_agent", "acme-reports")
                .streams("lead_partitions")
                .run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("lead_partitions")).hasSize(1);
        assertThat(marketo.asked("GET /rest/v1/leads/partitions.json"))
                .extracting(ScriptedInstance.Asked::agent)
                .containsExactly("acme-reports");
    }

    /** The values that the vendor and older taps recommend. */
    @Test
    void withoutSettingsMarketosAdviceIsFollowed() {
        MarketoConfig config = MarketoConfig.of(new ConfigLoader(
                        "tap-marketo",
                        SettingsSchema.load(Main.class, "settings.schema.json"),
                        Map.of(
                                "TAP_MARKETO_START_DATE", "2026-01-01",
                                "TAP_MARKETO_ENDPOINT", "123-ABC-456",
                                "TAP_MARKETO_CLIENT_ID", "x",
                                "TAP_MARKETO_CLIENT_SECRET", "y",
                                "TAP_MARKETO_REQUEST_TIMEOUT", ""),
                        InputStream.nullInputStream())
                .load(List.of()));

        assertThat(config.requestRate()).isEqualTo(50);
        assertThat(config.requestTimeout()).isEmpty();
        assertThat(config.rest().rateWindow()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.rest().maxDailyCalls()).isEqualTo(40_000);
        assertThat(config.rest().quota().waits()).isFalse();
        assertThat(config.largestWindow()).isEqualTo(Duration.ofDays(30));
        assertThat(config.fullResync()).isEqualTo(Duration.ofDays(30));
        assertThat(config.exports().poll()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.exports().timeout()).isEqualTo(Duration.ofHours(3));
        assertThat(config.exports().mostQueued()).isEqualTo(4);
        assertThat(config.identity()).hasToString("https://123-ABC-456.mktorest.com/identity");
    }

    @Test
    void anIdentityOfItsOwnIsAskedForTheToken() {
        try (ScriptedInstance identity = new ScriptedInstance()) {
            TapRun.Result run = marketo.tap()
                    .set("identity", identity.url() + "/identity/")
                    .streams("lead_partitions")
                    .run();

            assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
            assertThat(identity.asked("POST /identity/oauth/token")).hasSize(1);
            assertThat(marketo.asked("POST /identity")).isEmpty();
        }
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        TapRun.Result run = new TapRun()
                .set("start_date", "2026-01-01")
                .set("endpoint", "not an address")
                .set("client_id", "x")
                .set("client_secret", "y")
                .set("max_export_days", "32")
                .set("poll_interval", "often")
                .set("percent_as_integer", "maybe")
                .discover()
                .run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err())
                .contains("'endpoint' must be an address")
                .contains("'max_export_days' must be between 1 and 31, got 32")
                .contains("'poll_interval' must be a whole number, got \"often\"")
                .contains("'percent_as_integer' must be true or false, got \"maybe\"");
    }

    @Test
    void namesTheSettingsThatAreMissing() {
        TapRun.Result run =
                new TapRun().set("endpoint", "123-ABC-456").discover().run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("'client_id' is required").contains("'client_secret' is required");
    }

    @Test
    void theSecretTravelsInAFormAndTheTokenInAHeader() {
        TapRun.Result run = marketo.tap().streams("lead_partitions").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(marketo.asked(""))
                .noneMatch(request ->
                        request.path().contains("secret") || request.path().contains("token:int"));
        assertThat(marketo.asked("POST /identity/oauth/token").get(0).body()).contains("client_secret=service");
        assertThat(run.err() + run.out() + run.log())
                .doesNotContain("service's secret")
                .doesNotContain("token:int");
    }
}
