package bizops.tap.zuora;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.tap.zuora.ScriptedTenant.Answer;
import bizops.tap.zuora.ScriptedTenant.Asked;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Data Query, for what exports lack. */
class DataQueryTest {
    private final ScriptedTenant tenant = new ScriptedTenant();

    @BeforeEach
    void start() {
        tenant.on("GET /v1/describe", 200, "<objects></objects>")
                .on("POST /query/jobs", this::submit)
                .on("GET /query/jobs/describe", 200, done("describe"))
                .on("GET /query/jobs/rows", 200, done("rows"))
                .on("GET /signed/describe", 200, """
                        "Column","Type","Extra","Comment"
                        id,varchar,,
                        mrr,"decimal(22,9)",,
                        updateddate,timestamp with time zone,,
                        """)
                .on("GET /signed/rows", 200, "id,updateddate,mrr\nm1,2026-01-02 03:04:05.000 -07:00,1.500000000\n");
    }

    @AfterEach
    void close() {
        tenant.close();
    }

    private Answer submit(Asked request) {
        String id = request.body().contains("DESCRIBE") ? "describe" : "rows";
        return Answer.of(200, "{\"data\":{\"id\":\"" + id + "\",\"queryStatus\":\"accepted\"}}");
    }

    private String done(String name) {
        return "{\"data\":{\"id\":\"" + name + "\",\"queryStatus\":\"completed\",\"outputRows\":"
                + (name.equals("rows") ? 1 : 3) + ",\"dataFile\":\"" + tenant.url() + "/signed/" + name + "\"}}";
    }

    private TapRun tap() {
        return tenant.tap().set("data_query_streams", List.of("chargemetrics"));
    }

    @Test
    void aTableThatOnlyDataQueryHasIsAStreamWithItsColumns() {
        TapRun.Result run = tap().run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.fields("chargemetrics")).containsExactlyInAnyOrder("Id", "mrr", "UpdatedDate", "Deleted");
        JsonNode record = run.records("chargemetrics").get(0);
        assertThat(record.path("mrr").decimalValue()).hasToString("1.500000000");
        assertThat(record.path("UpdatedDate").asText()).isEqualTo("2026-01-02T10:04:05Z");
    }

    @Test
    void theSignedAddressSeesNoCredentials() {
        tap().run();

        assertThat(tenant.asked("GET /signed/"))
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("authorization"));
        assertThat(tenant.asked("POST /query/jobs"))
                .allSatisfy(request -> assertThat(request.headers()).containsKey("authorization"));
    }

    @Test
    void theNextRunAsksForAWindowInSql() {
        TapRun.Result first = tap().run();

        tap().state(first.state().toString()).run();

        assertThat(tenant.asked("POST /query/jobs"))
                .last()
                .extracting(request ->
                        TapRun.Result.parse(request.body()).path("query").asText())
                .asString()
                .matches(
                        "SELECT id, updateddate, mrr FROM chargemetrics WHERE updateddate >= TIMESTAMP '[^']* \\+00:00'"
                                + " AND updateddate < TIMESTAMP '[^']* \\+00:00'");
    }
}
