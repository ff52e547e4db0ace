package bizops.tap.zuora;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private final ScriptedTenant tenant = new ScriptedTenant()
            .on("GET /v1/describe/Account", 200, DescribeXml.ACCOUNT)
            .on("GET /v1/describe", 200, "<objects><object><name>Account</name></object></objects>");

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void theThreeVariablesOfTheSeedAreEnough() {
        TapRun.Result run = new TapRun()
                .variable("ZUORA_URL", tenant.url() + "/v1/")
                .variable("ZUORA_USERNAME", "api@acme.com")
                .variable("ZUORA_PASSWORD", "correct horse")
                .discover()
                .run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(tenant.asked("GET /v1/describe").get(0).headers())
                .containsEntry("apiaccesskeyid", "api@acme.com")
                .containsEntry("apisecretaccesskey", "correct horse")
                .doesNotContainKey("authorization");
    }

    @Test
    void aConfigurationOfSingerIosTapWorks() {
        TapRun.Result run = new TapRun()
                .set("start_date", "2026-01-01T00:00:00Z")
                .set("username", "11111111-2222-3333-4444-555555555555")
                .set("password", "its secret")
                .set("auth_type", "OAUTH")
                .set("api_type", "AQUA")
                .set("partner_id", "acme_partner")
                .set("sandbox", "false")
                .set("european", false)
                .set("base_url", tenant.url())
                .discover()
                .run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.log()).anyMatch(line -> line.contains("'partner_id' is not needed"));
        assertThat(tenant.asked("POST /oauth/token").get(0).body())
                .contains("client_id=11111111-2222-3333-4444-555555555555")
                .contains("client_secret=its+secret");
    }

    @Test
    void theEntityIsNamedInEveryRequest() {
        tenant.tap().set("entity_id", "e-1").discover().run();

        assertThat(tenant.asked("GET "))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.headers()).containsEntry("zuora-entity-ids", "e-1"));
    }

    @Test
    void aTenantWithSeveralEntitiesAsksForOne() {
        String one = "1a2b7a37-3e7d-4cb3-b0e2-883de9e766cc";
        String other = "2a2b7a37-3e7d-4cb3-b0e2-883de9e766cc";
        try (ScriptedTenant several = new ScriptedTenant()) {
            several.on(
                    "POST /oauth/token",
                    200,
                    "{\"access_token\":\"t0ken\",\"scope\":\"entity." + one + " entity." + other + " tenant.19\"}");

            TapRun.Result run = several.tap().discover().run();

            assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
            assertThat(run.err()).contains("set 'entity_id' to one of " + one + ", " + other);
        }
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        TapRun.Result run = new TapRun()
                .set("environment", "mars")
                .set("client_id", "x")
                .set("api_type", "SOAP")
                .set("time_zone", "Mars/Olympus")
                .set("sandbox", "perhaps")
                .set("streams", java.util.List.of("Account;"))
                .set("full_refresh_days", java.util.Map.of("Account", "often"))
                .set("lookback", java.util.Map.of("Account", 3))
                .discover()
                .run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err())
                .contains("'environment' must be one of us_cloud_2")
                .contains("'client_secret' is required")
                .contains("'api_type' must be AQUA, REST or DATA_QUERY, got \"SOAP\"")
                .contains("'time_zone' must be a zone")
                .contains("'streams': \"Account;\" is no object's name")
                .contains("'full_refresh_days' must be such as")
                .contains("'lookback' must be such as");
    }

    @Test
    void aTapThatCannotLogInSaysWhatToSet() {
        TapRun.Result run = new TapRun().set("environment", "eu").discover().run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("cannot log in").contains("'client_id'").contains("ZUORA_USERNAME");
    }

    @ParameterizedTest
    @CsvSource({
        "400, {\"message\":\"Invalid client id\"}, check 'client_id'",
        "401, {\"error\":\"Unauthorized\"}, check 'client_id'",
        "403, {\"message\":\"User is inactive\"}, is deactivated"
    })
    void aRefusedLoginSaysWhatToCheckAndKeepsTheSecret(int status, String body, String advice) {
        try (ScriptedTenant closed = new ScriptedTenant().on("POST /oauth/token", status, body)) {
            TapRun.Result run = closed.tap().discover().run();

            assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
            assertThat(run.err())
                    .contains("login failed")
                    .contains(advice)
                    .contains("request r-4711")
                    .doesNotContain("app's secret");
            assertThat(closed.asked("POST /oauth/token")).hasSize(1);
        }
    }

    @Test
    void aLegacyUserWhoIsRefusedIsToldOfExpiryAndOauth() {
        try (ScriptedTenant closed = new ScriptedTenant()) {
            closed.on("GET ", 401, "{\"success\":false,\"reasons\":[{\"code\":90000011,\"message\":\"sign in\"}]}");

            TapRun.Result run = new TapRun()
                    .set("base_url", closed.url())
                    .set("username", "api@acme.com")
                    .set("password", "correct horse")
                    .discover()
                    .run();

            assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
            assertThat(run.err())
                    .contains("passwords of API users expire")
                    .contains("OAuth client")
                    .doesNotContain("correct horse");
        }
    }
}
