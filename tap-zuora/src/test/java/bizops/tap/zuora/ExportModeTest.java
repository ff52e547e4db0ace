package bizops.tap.zuora;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.tap.zuora.ScriptedTenant.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code api_type} REST: data source exports. */
class ExportModeTest {
    private static final String STATE = "{\"bookmarks\":{\"Account\":{\"UpdatedDate\":\"2026-01-01 00:00:00\"}}}";

    private final ScriptedTenant tenant = new ScriptedTenant().object("Account", "Id", "Name", "UpdatedDate");

    @AfterEach
    void close() {
        tenant.close();
    }

    private TapRun tap() {
        return tenant.tap().set("api_type", "REST").streams("Account").set("deleted", "ignore");
    }

    private ScriptedTenant export(String status) {
        return tenant.on("POST /v1/object/export", 200, "{\"Success\":true,\"Id\":\"e1\"}")
                .on("GET /v1/object/export/e1", 200, status)
                .on(
                        "GET /v1/files/f1",
                        200,
                        "Account.Id,Account.Name,Account.UpdatedDate\na1,Acme,2026-01-02T16:00:00+01:00\n");
    }

    @Test
    void eachStreamIsAnExportOfItsOwnWithMomentsInTheTenantsZone() {
        export("{\"Id\":\"e1\",\"Status\":\"Completed\",\"FileId\":\"f1\"}");

        TapRun.Result run = tap().state(STATE).run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("Account").get(0).path("UpdatedDate").asText()).isEqualTo("2026-01-02T15:00:00Z");
        JsonNode job = TapRun.Result.parse(
                tenant.asked("POST /v1/object/export").get(0).body());
        assertThat(job.path("Query").asText())
                .startsWith("select Id, UpdatedDate, Name from Account where UpdatedDate >= '2025-12-31T22:00:00Z'");
        assertThat(job.path("Format").asText()).isEqualTo("csv");
    }

    @Test
    void deletedRowsAreNotToldSoThatNoneIsMarked() {
        export("{\"Id\":\"e1\",\"Status\":\"Completed\",\"FileId\":\"f1\"}");

        TapRun.Result run = tap().set("deleted", "record").run();

        assertThat(run.fields("Account")).contains("Deleted").doesNotContain("_sdc_deleted_at");
        assertThat(run.records("Account").get(0).path("Deleted").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Canceled", "Cancelled"})
    void anExportThatSomebodyCancelsIsStartedAgainAndGivenUpInTheEnd(String status) {
        export("{\"Id\":\"e1\",\"Status\":\"" + status + "\"}");

        TapRun.Result run = tap().run();

        assertThat(run.code()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(run.err()).contains("was cancelled").contains("the state is kept");
        assertThat(tenant.asked("POST /v1/object/export")).hasSize(4);
    }

    @Test
    void aFieldThatTheExportRefusesIsLeftOut() {
        String refusal =
                "{\"Success\":false,\"Errors\":[{\"Code\":\"INVALID_VALUE\",\"Message\":\"There is no field named"
                        + " Name.\"}]}";
        tenant.times(1, "POST /v1/object/export", 400, refusal)
                .on("GET /v1/files/f1", 200, "Account.Id,Account.UpdatedDate\na1,\n");
        export("{\"Id\":\"e1\",\"Status\":\"Completed\",\"FileId\":\"f1\"}");

        TapRun.Result run = tap().run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("Account").get(0).has("Name")).isFalse();
    }

    @Test
    void aFieldOnWhichTheExportFailsLaterIsLeftOutToo() {
        int[] asked = {0};
        tenant.on("POST /v1/object/export", 200, "{\"Success\":true,\"Id\":\"e1\"}")
                .on(
                        "GET /v1/object/export/e1",
                        request -> Answer.of(
                                200,
                                asked[0]++ == 0
                                        ? "{\"Id\":\"e1\",\"Status\":\"Failed\",\"StatusReason\":\"0123456789abcdef: There is no field"
                                                + " named Name\"}"
                                        : "{\"Id\":\"e1\",\"Status\":\"Completed\",\"FileId\":\"f2\"}"))
                .on("GET /v1/files/f2", 200, "Account.Id,Account.UpdatedDate\na1,\n");

        TapRun.Result run = tap().run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("Account")).hasSize(1);
    }

    @Test
    void anExportThatFailsEndsTheRunWithItsReason() {
        export("{\"Id\":\"e1\",\"Status\":\"Failed\",\"StatusReason\":\"0123456789abcdef: no such thing\"}");

        TapRun.Result run = tap().run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("no such thing").contains("stream \"Account\"");
    }
}
