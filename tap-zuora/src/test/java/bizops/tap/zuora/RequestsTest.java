package bizops.tap.zuora;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.tap.zuora.ScriptedTenant.Asked;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every request says, so that tenants of all kinds answer alike. */
class RequestsTest {
    private static final String HEADER = "Id,UpdatedDate,Name\n";

    private final ScriptedTenant tenant = new ScriptedTenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void relationsAreAlwaysAskedFor() {
        tenant.object("Account", "Id", "Name", "UpdatedDate");

        tenant.tap().streams("Account").discover().run();

        assertThat(tenant.asked("GET /v1/describe/Account"))
                .extracting(Asked::path)
                .containsExactly("/v1/describe/Account?showRelationships=true");
    }

    @Test
    void versionsArePinnedSoThatValuesAreWordsAndNotCodes() {
        tenant.object("Account", "Id", "Name", "UpdatedDate");
        ScriptedJobs jobs = new ScriptedJobs(tenant, query -> HEADER);

        tenant.tap().streams("Account").run();
        tenant.tap().streams("Account").set("api_type", "REST").run();

        assertThat(jobs.submitted()
                        .get(0)
                        .path("queries")
                        .path(0)
                        .path("apiVersion")
                        .asText())
                .isEqualTo("145.0");
        assertThat(tenant.asked("POST /v1/object/export"))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.headers()).containsEntry("x-zuora-wsdl-version", "91.0"));
    }

    @Test
    void aJobThatIsSubmittedTwiceHasOneKeySoThatZuoraSeesTheRepetition() {
        tenant.object("Account", "Id", "Name", "UpdatedDate");
        tenant.times(1, "POST /v1/batch-query/", 502, "<html>AkamaiGHost</html>");
        ScriptedJobs jobs = new ScriptedJobs(tenant, query -> HEADER);

        TapRun.Result run = tenant.tap().streams("Account").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(jobs.submitted()).hasSize(1);
        assertThat(tenant.asked("POST /v1/batch-query/"))
                .hasSize(2)
                .extracting(request -> request.headers().get("idempotency-key"))
                .doesNotContainNull()
                .containsOnly(
                        tenant.asked("POST /v1/batch-query/").get(0).headers().get("idempotency-key"));
    }

    @Test
    void aJobHasFiftyQueriesAtMost() {
        List<String> names = IntStream.range(0, 60).mapToObj(n -> "Object" + n).toList();
        names.forEach(name -> tenant.object(name, "Id", "Name", "UpdatedDate"));
        ScriptedJobs jobs = new ScriptedJobs(tenant, query -> HEADER);

        TapRun.Result run = tenant.tap().streams(names.toArray(String[]::new)).run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(jobs.submitted())
                .extracting(job -> job.path("queries").size())
                .containsExactly(50, 10);
    }
}
