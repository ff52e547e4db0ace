package bizops.tap.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.singer.error.ExitCode;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code api_type}: which interface reads, and that the log says why. */
class ApiChoiceTest {
    private static final String THING = "{\"name\":\"Thing__c\",\"queryable\":true,\"replicateable\":false,\"fields\":["
            + "{\"name\":\"Id\",\"type\":\"id\"},{\"name\":\"SystemModstamp\",\"type\":\"datetime\"}]}";
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.12).advance(Duration.ofHours(1)));
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @AfterEach
    void reset() {
        sandbox.usage().reset();
    }

    private static TapRun tap(String... streams) {
        return TapRun.against(sandbox).streams(streams).set("bulk_poll_seconds", 0.01);
    }

    private static long calls(String path) {
        return sandbox.usage().entries().stream()
                .filter(entry -> entry.path().contains(path))
                .count();
    }

    private static void assertLogged(TapRun.Result run, String line) {
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.log()).anyMatch(logged -> logged.contains(line));
    }

    @Test
    void fewRowsAreReadOverRestWithOneCountForAllStreams() {
        TapRun.Result run = tap("Lead", "Account", "Campaign").run();

        assertLogged(run, "stream \"Lead\": reading over REST, since about");
        assertThat(calls("/limits/recordCount")).isEqualTo(1);
        assertThat(calls("/jobs/")).isZero();
    }

    @Test
    void manyRowsAreReadByBulkAndTheFewOfTheSameRunOverRest() {
        TapRun.Result run = tap("Lead", "Campaign").set("bulk_min_rows", 100).run();

        assertLogged(run, "stream \"Lead\": reading over Bulk API 2.0, since about");
        assertLogged(run, "stream \"Campaign\": reading over REST, since about");
        Truths.assertSame(sandbox, "Lead", run.records("Lead"));
    }

    @Test
    void aNarrowWindowIsReadOverRestWithoutACount() {
        TapRun.Result first = tap("Lead").run();
        sandbox.usage().reset();

        TapRun.Result second = tap("Lead")
                .set("bulk_min_rows", 1)
                .state(first.state().toString())
                .run();
        sandbox.advance(Duration.ofMinutes(30));
        TapRun.Result third = tap("Lead")
                .set("bulk_min_rows", 1)
                .state(first.state().toString())
                .run();

        assertThat(second.code()).isEqualTo(ExitCode.OK);
        assertLogged(third, "reading over REST, since the window is shorter than a day");
        assertThat(calls("/limits/recordCount")).isZero();
    }

    @Test
    void aWideWindowOfALargeObjectIsCounted() {
        TapRun.Result run = tap("Lead")
                .set("bulk_min_rows", 200)
                .set("start_date", "2026-06-25T00:00:00Z")
                .run();

        assertLogged(run, "stream \"Lead\": reading over REST, since about");
        assertThat(sandbox.usage().entries())
                .anyMatch(entry ->
                        String.valueOf(entry.query()).startsWith("SELECT COUNT() FROM Lead WHERE SystemModstamp >="));
    }

    @Test
    void restMeansRest() {
        TapRun.Result run =
                tap("Lead").set("api_type", "rest").set("bulk_min_rows", 1).run();

        assertLogged(run, "reading over REST, since api_type says so");
        assertThat(calls("/jobs/")).isZero();
    }

    @Test
    void wherePermissionToCountIsMissingTheRowsAreCountedByQuery() {
        try (ScriptedOrganisation organisation = new ScriptedOrganisation()) {
            organisation
                    .on("GET sobjects/Thing__c/describe", 200, THING)
                    .on("GET limits/recordCount", 403, "[{\"errorCode\":\"INSUFFICIENT_ACCESS\",\"message\":\"no\"}]")
                    .on(
                            "GET query?q=SELECT COUNT() FROM Thing__c",
                            200,
                            "{\"totalSize\":3,\"done\":true,\"records\":[]}")
                    .on("GET queryAll?q=", 200, "{\"totalSize\":0,\"done\":true,\"records\":[]}");

            TapRun.Result run = organisation.tap().streams("Thing__c").run();

            assertLogged(run, "reading over REST, since about 3 rows");
        }
    }
}
