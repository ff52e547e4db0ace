package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Client.Answer;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.SalesforceFault;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong with jobs of the Bulk API 2.0 when a test says so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulkFaultTest {
    private static final String JOBS = Client.DATA + "/jobs/query";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.04));
    private final Client client = new Client(sandbox);

    @BeforeEach
    void clear() {
        sandbox.clearFaults();
        client.login();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private Answer create() {
        return client.post(JOBS, "{\"operation\":\"query\",\"query\":\"SELECT Id FROM Lead\"}");
    }

    private JsonNode polled(int times) {
        String id = create().json().path("id").asText();
        JsonNode job = client.get(JOBS + "/" + id).json();
        for (int i = 1; i < times; i++) {
            job = client.get(JOBS + "/" + id).json();
        }
        return job;
    }

    @ParameterizedTest
    @CsvSource({
        "BULK_JOB_LIMIT, 400, LIMIT_EXCEEDED, Max bulk v2 query jobs",
        "BULK_STORAGE_LIMIT, 400, LIMIT_EXCEEDED, Max bulk v2 query result size",
        "BULK_REFUSED, 400, INVALIDENTITY, Entity 'Lead' is not supported by the Bulk API.",
        "BULK_DISABLED, 403, API_DISABLED_FOR_ORG, The REST API is not enabled"
    })
    void refusesToMakeAJob(SalesforceFault fault, int status, String code, String message) {
        sandbox.fault(Fault.of(fault).object("Lead"));

        Answer answer = create();

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.message()).contains(message);
    }

    @Test
    void aSlowJobIsDoneWhenTheClockSaysSo() {
        sandbox.fault(Fault.of(SalesforceFault.BULK_JOB_SLOW).seconds(60));
        String path = JOBS + "/" + polled(5).path("id").asText();
        assertThat(client.get(path).json().path("state").asText()).isEqualTo("InProgress");

        sandbox.advance(Duration.ofSeconds(61));

        assertThat(client.get(path).json().path("state").asText()).isEqualTo("JobComplete");
    }

    @Test
    void aStuckJobNeverEnds() {
        sandbox.fault(Fault.of(SalesforceFault.BULK_JOB_STUCK));

        assertThat(polled(20).path("state").asText()).isEqualTo("InProgress");
    }

    @Test
    void aFailedJobSaysWhyInTheWordsOfTheFault() {
        sandbox.fault(Fault.of(SalesforceFault.BULK_JOB_FAILED).message("Retried more than fifteen times"));

        JsonNode job = polled(2);

        assertThat(job.path("state").asText()).isEqualTo("Failed");
        assertThat(job.path("errorMessage").asText()).isEqualTo("Retried more than fifteen times");
    }

    @Test
    void anAdministratorCanAbortAJob() {
        sandbox.fault(Fault.of(SalesforceFault.BULK_JOB_ABORTED));

        assertThat(polled(2).path("state").asText()).isEqualTo("Aborted");
    }

    @Test
    void anExpiredJobIsNotFound() {
        sandbox.fault(Fault.of(SalesforceFault.BULK_JOB_EXPIRED));

        String id = create().json().path("id").asText();

        assertThat(client.get(JOBS + "/" + id).code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void aPageWithRowsMissingIsWholeHttpAndEndsAtARow() {
        sandbox.fault(Fault.of(SalesforceFault.BULK_ROWS_MISSING).rows(3));
        String path = JOBS + "/" + polled(2).path("id").asText() + "/results";

        Answer page = client.get(path);
        Answer again = client.get(path);

        int told = Integer.parseInt(
                page.response().headers().firstValue("Sforce-NumberOfRecords").orElseThrow());
        assertThat(Csv.records(page.body())).hasSize(told - 3);
        assertThat(Csv.records(again.body())).hasSize(told);
    }
}
