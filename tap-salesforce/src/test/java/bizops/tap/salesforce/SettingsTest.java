package bizops.tap.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.singer.error.ExitCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.004));
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @Test
    void readsTheVariablesOfTheProject() {
        TapRun.Result run = new TapRun()
                .variable("SFDC_URL", sandbox.url())
                .variable("SFDC_CLIENT_ID", sandbox.clientId())
                .variable("SFDC_CLIENT_SECRET", sandbox.clientSecret())
                .streams("UserRole")
                .run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    }

    @Test
    void refusesAnInterfaceThatThereIsNot() {
        TapRun.Result api = TapRun.against(sandbox).set("api_type", "SOAP").run();

        assertThat(api.err()).contains("'api_type' must be AUTO, REST, BULK2 or BULK, got \"SOAP\"");
    }

    @Test
    void takesNumbersAndBooleansWrittenAsTextAsOtherTapsDo() {
        TapRun.Result run = TapRun.against(sandbox)
                .streams("UserRole")
                .set("select_fields_by_default", "true")
                .set("quota_percent_total", "")
                .set("quota_percent_per_run", "25")
                .set("is_sandbox", "false")
                .set("api_type", "REST")
                .set("state_message_threshold", 10)
                .set("max_workers", "8")
                .run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    }

    @Test
    void namesEveryProblemAtOnce() {
        TapRun.Result run = new TapRun()
                .set("client_id", "x")
                .set("client_secret", "yyyy")
                .set("login_url", "https://login.salesforce.com")
                .set("quota_percent_total", 101)
                .run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err().lines()).hasSize(2);
        assertThat(run.err()).contains("My Domain").contains("'quota_percent_total' must be between 0 and 100");
    }

    @Test
    void saysWhichSettingIsWrongWhenTheLoginIsRefusedAndKeepsTheSecret() {
        TapRun.Result run =
                TapRun.against(sandbox).set("client_secret", "not the secret").run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err())
                .contains("login failed")
                .contains("'client_secret'")
                .doesNotContain("not the secret");
    }

    @Test
    void readsNoFieldsButTheKeysWhenNoneIsWantedByDefault() {
        TapRun.Result run = TapRun.against(sandbox)
                .streams("User")
                .set("select_fields_by_default", false)
                .set("api_version", "v64.0")
                .run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.of("SCHEMA").get(0).path("schema").path("properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("Id", "SystemModstamp", "_sdc_deleted_at");
    }

    @Test
    void refusesAnObjectNameThatIsNone() {
        TapRun.Result run = TapRun.against(sandbox).streams("Lead/../x").run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("'streams_to_discover': \"Lead/../x\" is no object's API name");
    }
}
