package bizops.tap.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.tap.salesforce.ScriptedOrganisation.Answer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Replies to Bulk 2.0 jobs that guides and other clients tell of and the sandbox does not give. */
class BulkPagesTest {
    private static final String STAMP = "2024-05-01T10:00:00.000Z";
    private static final String HEADER = "\"Id\",\"SystemModstamp\"\n";
    private static final String NO_MORE = "\"nextRecordsUrl\":null,\"done\":true";
    private static final String OVER_REST = "overRest";

    private final ScriptedOrganisation org = new ScriptedOrganisation();

    @AfterEach
    void close() {
        org.close();
    }

    private static String row(String id) {
        return "\"" + id + "\",\"" + STAMP + "\"\n";
    }

    private static String pages(String more, String... locators) {
        return Stream.of(locators)
                .map(locator ->
                        "{\"resultUrl\":\"/services/data/v64.0/jobs/query/7501/results?locator=" + locator + "\"}")
                .collect(Collectors.joining(",", "{\"resultPages\":[", "]," + more + "}"));
    }

    private void page(String locator, String csv) {
        org.on("GET jobs/query/7501/results?locator=" + locator, 200, csv);
    }

    /** The ids that a run sends whose job ends in that state and tells that number of rows; REST has a row of its own. */
    private List<String> idsOf(String state, int rows) {
        org.on(
                        "GET sobjects/Odd/describe",
                        200,
                        "{\"name\":\"Odd\",\"queryable\":true,\"replicateable\":false,\"fields\":["
                                + "{\"name\":\"Id\",\"type\":\"id\"},"
                                + "{\"name\":\"SystemModstamp\",\"type\":\"datetime\"}]}")
                .on("POST jobs/query", 200, "{\"id\":\"7501\",\"state\":\"UploadComplete\"}")
                .on("DELETE jobs/query/7501", 204, "")
                .on(
                        "GET jobs/query/7501",
                        200,
                        "{\"id\":\"7501\",\"state\":\"" + state + "\",\"numberRecordsProcessed\":" + rows + "}")
                .on(
                        "GET queryAll",
                        200,
                        "{\"done\":true,\"records\":[{\"Id\":\"" + OVER_REST + "\",\"SystemModstamp\":\"" + STAMP
                                + "\"}]}");
        TapRun.Result run = org.tap()
                .streams("Odd")
                .set("api_type", "BULK2")
                .set("bulk_poll_seconds", 0.01)
                .run();
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        return run.records("Odd").stream()
                .map(record -> record.path("Id").asText())
                .toList();
    }

    @Test
    void aLaterPageWithoutAHeaderLosesNoRow() {
        org.on("GET jobs/query/7501/resultPages", 200, pages(NO_MORE, "A", "B"));
        page("A", HEADER + row("001A"));
        page("B", row("001B") + row("001C"));

        assertThat(idsOf("JobComplete", 3)).containsExactly("001A", "001B", "001C");
    }

    @Test
    void theListOfPagesGoesOnUnderEitherSpelling() {
        String more = "\"done\":false,\"nextRecordUrl\":\"/services/data/v64.0/jobs/query/7501/resultPages?locator=B\"";
        org.on("GET jobs/query/7501/resultPages?locator=B", 200, pages(NO_MORE, "B"))
                .on("GET jobs/query/7501/resultPages", 200, pages(more, "A"));
        page("A", HEADER + row("001A"));
        page("B", HEADER + row("001B"));

        assertThat(idsOf("JobComplete", 2)).containsExactly("001A", "001B");
    }

    @Test
    void pagesAreDownloadedSideBySide() {
        CountDownLatch others = new CountDownLatch(2);
        org.on("GET jobs/query/7501/resultPages", 200, pages(NO_MORE, "A", "B", "C"))
                .on(
                        "GET jobs/query/7501/results?locator=A",
                        asked -> new Answer(200, awaited(others) ? HEADER + row("001A") : HEADER))
                .on("GET jobs/query/7501/results?locator=B", asked -> counted(others, HEADER + row("001B")))
                .on("GET jobs/query/7501/results?locator=C", asked -> counted(others, HEADER + row("001C")));

        assertThat(idsOf("JobComplete", 3)).containsExactly("001A", "001B", "001C");
    }

    private static Answer counted(CountDownLatch latch, String csv) {
        latch.countDown();
        return new Answer(200, csv);
    }

    /** Whether the others came while this one was held; the limit only ends a test that fails. */
    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void fewerRowsThanTheJobCountsAreNotAll() {
        org.on("GET jobs/query/7501/resultPages", 200, pages(NO_MORE, "A"));
        page("A", HEADER + row("001A"));

        assertThat(idsOf("JobComplete", 2)).containsExactly("001A", OVER_REST);
    }

    @Test
    void aStateThatNobodyKnowsIsNotAwaited() {
        assertThat(idsOf("Evaporated", 0)).containsExactly(OVER_REST);
    }

    @Test
    void aPageThatIsNotReadyYetIsAskedForAgain() {
        org.on("GET jobs/query/7501/resultPages", 200, pages(NO_MORE, "A"))
                .times(1, "GET jobs/query/7501/results", 204, "");
        page("A", HEADER + row("001A"));

        assertThat(idsOf("JobComplete", 1)).containsExactly("001A");
    }

    @Test
    void aJobWithoutRowsHasAHeaderOnly() {
        org.on("GET jobs/query/7501/resultPages", 200, pages(NO_MORE, "A"));
        page("A", HEADER);

        assertThat(idsOf("JobComplete", 0)).isEmpty();
    }
}
