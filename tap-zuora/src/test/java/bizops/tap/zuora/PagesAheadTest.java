package bizops.tap.zuora;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.tap.zuora.ScriptedTenant.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A page is asked for while the page before is read. */
@Timeout(120)
class PagesAheadTest {
    private static final List<String> IDS = List.of("a1", "a2", "a3", "b1", "b2", "b3", "c1");
    private static final int PAGE = 3;
    private static final String REFUSED =
            "{\"status\":\"error\",\"errorCode\":\"90005\",\"message\":\"no more pages today\"}";
    /** Two of them fill every buffer between a row and the pipe. */
    private static final String LONG = "x".repeat(40_000);

    private final String mark = UUID.randomUUID().toString();
    private final CountDownLatch secondFile = new CountDownLatch(1);
    private ScriptedTenant tenant;

    @BeforeEach
    void start() {
        tenant = new ScriptedTenant();
    }

    @AfterEach
    void close() {
        tenant.close();
    }

    private TapRun tap() {
        tenant.object("Thing", "Id", "Text");
        return tenant.tap().streams("Thing").set("page_rows", PAGE);
    }

    private String page(String query, List<String> ids) {
        StringBuilder csv = new StringBuilder("Thing.Id,Thing.Text\n");
        ids.stream()
                .filter(id ->
                        !query.contains("Id > ") || id.compareTo(query.replaceFirst(".*Id > '(\\w+)'.*", "$1")) > 0)
                .limit(PAGE)
                .forEach(id ->
                        csv.append(id).append(',').append(mark).append(LONG).append('\n'));
        return csv.toString();
    }

    /** Says when the second page's file is fetched. */
    private void tellOfSecondFile() {
        tenant.on("GET /v1/files/job2", request -> {
            secondFile.countDown();
            return Answer.of(200, page("Id > 'a3'", IDS));
        });
    }

    private static List<String> ids(TapRun.Result run) {
        return run.records("Thing").stream()
                .map(record -> record.path("Id").asText())
                .toList();
    }

    private static List<String> afterIds(ScriptedJobs jobs) {
        return jobs.queries().stream()
                .map(query -> query.contains("Id > ") ? query.replaceFirst(".*Id > '(\\w+)'.*", "$1") : "")
                .toList();
    }

    private List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(List.of("next-page", "read-rows", "verify-file")::contains)
                .toList();
    }

    /** Files of this test alone, for other runs may use the same directory. */
    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().matches("tap-zuora.*\\.csv"))
                    .filter(this::isOurs)
                    .toList();
        }
    }

    private boolean isOurs(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).contains(mark);
        } catch (IOException | UncheckedIOException gone) {
            return false;
        }
    }

    @Test
    void itsFileIsFetchedBeforeTheRowsOfThePageBeforeAreWritten() {
        tellOfSecondFile();
        ScriptedJobs jobs = new ScriptedJobs(tenant, query -> page(query, IDS));

        TapRun.Result run = tap().tee(new Gate(secondFile)).run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(ids(run)).isEqualTo(IDS);
        assertThat(afterIds(jobs)).containsExactly("", "a3", "b3");
    }

    @Test
    void itsJobStandsInNoStateBeforeItsTurn() {
        ScriptedJobs jobs = new ScriptedJobs(tenant, query -> page(query, IDS));

        TapRun.Result run = tap().set("state_every_records", 1).run();

        assertThat(jobs.submitted()).hasSize(3);
        int written = 0;
        int told = 0;
        for (JsonNode message : run.messages()) {
            written += message.path("type").asText().equals("RECORD") ? 1 : 0;
            String job = message.path("value")
                    .path("bookmarks")
                    .path("Thing")
                    .path("table")
                    .path("job")
                    .path("id")
                    .asText("");
            if (!job.isEmpty()) {
                told++;
                assertThat(Integer.parseInt(job.substring(3)))
                        .as("after %s rows", written)
                        .isLessThanOrEqualTo(written / PAGE + 1);
            }
        }
        assertThat(told).isGreaterThan(IDS.size());
    }

    @Test
    void aJobThatIsRefusedEndsTheRunBehindTheRowsOfThePageBefore() {
        tenant.refuse("POST /v1/batch-query/", "Id > ", REFUSED);
        ScriptedJobs jobs = new ScriptedJobs(tenant, query -> page(query, IDS));

        TapRun.Result run = tap().run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("no more pages today");
        assertThat(ids(run)).containsExactly("a1", "a2", "a3");
        assertThat(run.bookmark("Thing").path("table").path("last_id").asText()).isEqualTo("a3");
        assertThat(jobs.submitted()).hasSize(1);
        assertThat(threads()).isEmpty();
    }

    @Test
    void aFileThatStaysBrokenEndsTheRunBehindTheRowsOfThePageBefore() {
        tenant.on(
                "GET /v1/files/",
                request -> request.path().contains("/job1-")
                        ? Answer.of(200, page("", IDS))
                        : Answer.of(200, "Thing.Id,Thing.Text\nb1,one,two\n"));
        ScriptedJobs jobs = new ScriptedJobs(tenant, query -> page(query, IDS));

        TapRun.Result run = tap().run();

        assertThat(run.code()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(run.err()).contains("came to nothing");
        assertThat(ids(run)).containsExactly("a1", "a2", "a3");
        assertThat(jobs.submitted()).hasSize(5);
        assertThat(threads()).isEmpty();
    }

    @Test
    void rowsOutOfOrderAreAllReadAndCostOneJob() {
        List<String> mixed = List.of("a3", "a1", "a2", "b1", "b3", "b2", "c1");
        ScriptedJobs jobs = new ScriptedJobs(tenant, query -> page(query, mixed));

        TapRun.Result run = tap().run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(ids(run)).isEqualTo(mixed);
        assertThat(afterIds(jobs)).containsExactly("", "a2", "a3", "b3");
        assertThat(threads()).isEmpty();
    }

    @Test
    void aClosedPipeLeavesNoThreadAndNoFile() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        tenant.on("GET /v1/files/job2", request -> {
            secondFile.countDown();
            awaitQuietly(never);
            return Answer.of(200, "");
        });
        new ScriptedJobs(tenant, query -> page(query, IDS));

        TapRun.Result run = tap().tee(new Gate(secondFile) {
                    @Override
                    void open() throws IOException {
                        super.open();
                        throw new IOException("Broken pipe");
                    }
                })
                .run();
        never.countDown();

        assertThat(run.code()).as(run.err()).isNotEqualTo(ExitCode.OK);
        assertThat(secondFile.getCount()).isZero();
        assertThat(threads()).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void aStreamThatFailsDropsThePageThatCame() throws IOException {
        tellOfSecondFile();
        new ScriptedJobs(
                tenant,
                query -> page(query, IDS).replace("Thing.Text", query.contains("Id > ") ? "Thing.Text" : "Other"));

        TapRun.Result run = tap().run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("lacks the column");
        assertThat(threads()).isEmpty();
        assertThat(files()).isEmpty();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets no row through before something happened. */
    private static class Gate extends OutputStream {
        private final CountDownLatch happened;

        Gate(CountDownLatch happened) {
            this.happened = happened;
        }

        void open() throws IOException {
            awaitQuietly(happened);
        }

        @Override
        public void write(int b) {}

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (new String(bytes, from, length, StandardCharsets.UTF_8).contains("\"RECORD\"")) {
                open();
            }
        }
    }
}
