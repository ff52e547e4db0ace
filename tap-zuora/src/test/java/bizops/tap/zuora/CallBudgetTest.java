package bizops.tap.zuora;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.sandbox.http.Usage;
import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the README says a run costs, held to the sandbox's log of requests. */
class CallBudgetTest {
    /** The sandbox's jobs are done at the second question. */
    private static final int POLLS = 2;

    private static final int STREAMS = 20;

    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.02).advance(Duration.ofHours(3)));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private long asked(String methodAndPath) {
        return sandbox.zuora().usage().entries().stream()
                .map(entry -> entry.method() + " " + entry.path())
                .filter(request -> request.startsWith(methodAndPath))
                .count();
    }

    private JsonNode twentyStreams() {
        JsonNode catalog = TapRun.against(sandbox).discover().run().catalog();
        for (int i = 0; i < STREAMS; i++) {
            Catalogs.root(catalog.path("streams").path(i)).put("selected", true);
        }
        sandbox.zuora().usage().reset();
        return catalog;
    }

    @Test
    void discoveryAsksOnceForEachObject() {
        TapRun.Result run = TapRun.against(sandbox).discover().run();

        long streams = run.catalog().path("streams").size();
        long leftOut =
                run.log().stream().filter(line -> line.contains("is left out")).count();
        assertThat(sandbox.zuora().usage().requests()).isEqualTo((int) (2 + streams + leftOut));
    }

    @Test
    void aRunByCatalogIsOneJobAndAFileForEachAndNoDescribe() {
        JsonNode catalog = twentyStreams();

        TapRun.Result first =
                TapRun.against(sandbox).catalog(catalog.toString()).run();

        assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.OK);
        assertThat(asked("POST /oauth/token")).isEqualTo(1);
        assertThat(asked("GET /v1/describe")).isZero();
        assertThat(asked("POST /v1/batch-query/")).isEqualTo(1);
        assertThat(asked("GET /v1/batch-query/jobs/")).isEqualTo(POLLS);
        assertThat(asked("GET /v1/files/")).isEqualTo(STREAMS);
        assertThat(sandbox.zuora().usage().requests()).isEqualTo(1 + 1 + POLLS + STREAMS);
    }

    @Test
    void aRunInWhichNothingChangedCostsTheSame() {
        JsonNode catalog = twentyStreams();
        TapRun.Result first =
                TapRun.against(sandbox).catalog(catalog.toString()).run();
        sandbox.zuora().usage().reset();

        TapRun.Result second = TapRun.against(sandbox)
                .catalog(catalog.toString())
                .state(first.state().toString())
                .run();

        assertThat(second.code()).as(second.err()).isEqualTo(ExitCode.OK);
        assertThat(sandbox.zuora().usage().requests()).isEqualTo(1 + 1 + POLLS + STREAMS);
        assertThat(sandbox.zuora().usage().requests()).isLessThanOrEqualTo(30);
    }

    @Test
    void moreThanOneJobIsAsManyAsTheSettingMakesNecessary() {
        JsonNode catalog = twentyStreams();

        TapRun.Result run = TapRun.against(sandbox)
                .catalog(catalog.toString())
                .set("queries_per_job", 4)
                .set("max_jobs", 2)
                .run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(asked("POST /v1/batch-query/")).isEqualTo(STREAMS / 4);
    }

    @Test
    void eachFurtherPageIsAJobItsPollsAndAFile() {
        int pageRows = 8;
        String catalog = Catalogs.selecting(sandbox, "InvoiceItem");
        sandbox.zuora().usage().reset();

        TapRun.Result run = TapRun.against(sandbox)
                .catalog(catalog)
                .set("page_rows", pageRows)
                .run();

        int pages = run.records("InvoiceItem").size() / pageRows + 1;
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(pages).isGreaterThan(2);
        assertThat(asked("POST /v1/batch-query/")).isEqualTo(pages);
        assertThat(asked("GET /v1/files/")).isEqualTo(pages);
        assertThat(sandbox.zuora().usage().requests()).isEqualTo(1 + pages * (1 + POLLS + 1));
    }

    @Test
    void streamsOfOneJobAreOfOneMoment() {
        JsonNode catalog = twentyStreams();

        TapRun.Result run = TapRun.against(sandbox).catalog(catalog.toString()).run();

        List<String> moments = run.of("RECORD").stream()
                .map(record -> record.path("time_extracted").asText())
                .distinct()
                .toList();
        assertThat(moments).hasSize(1);
    }

    @Test
    void noRequestCarriesTheSecretInItsAddress() {
        TapRun.against(sandbox).streams("Account").run();

        assertThat(sandbox.zuora().usage().entries())
                .extracting(Usage.Entry::path)
                .noneMatch(path -> path.contains(sandbox.zuora().clientSecret()));
    }
}
