package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Client.Answer;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.SalesforceFault;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The queries of the Bulk API 2.0. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulkQueryTest {
    private static final String JOBS = Client.DATA + "/jobs/query";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.12));
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

    private Answer create(String soql) {
        return client.post(
                JOBS,
                "{\"operation\":\"queryAll\",\"query\":\"" + soql.replace("\"", "\\\"")
                        + "\",\"contentType\":\"CSV\",\"columnDelimiter\":\"COMMA\",\"lineEnding\":\"LF\"}");
    }

    private String complete(String soql) {
        String id = create(soql).json().path("id").asText();
        assertThat(client.get(JOBS + "/" + id).json().path("state").asText()).isEqualTo("InProgress");
        assertThat(client.get(JOBS + "/" + id).json().path("state").asText()).isEqualTo("JobComplete");
        return id;
    }

    private static String header(Answer answer, String name) {
        return answer.response().headers().firstValue(name).orElse("");
    }

    @Test
    void tellsAFreshJobAndMoreOfItWhenPolled() {
        JsonNode created = create("SELECT Id FROM Lead").json();

        assertThat(created.path("state").asText()).isEqualTo("UploadComplete");
        assertThat(created.path("object").asText()).isEqualTo("Lead");
        assertThat(created.path("id").asText()).startsWith("750").hasSize(18);
        assertThat(created.path("apiVersion").decimalValue()).isEqualByComparingTo("64.0");
        assertThat(created.has("numberRecordsProcessed")).isFalse();
        JsonNode polled = client.get(JOBS + "/" + created.path("id").asText()).json();
        assertThat(polled.path("state").asText()).isEqualTo("InProgress");
        assertThat(polled.path("numberRecordsProcessed").asInt()).isZero();
    }

    @Test
    void pagesHoldAllRowsWithAHeaderOnEachAndTheirNumberInAHeader() {
        int all = sandbox.truth("Lead").size();
        String id = complete("SELECT Id, LastName FROM Lead");

        List<String> ids = new ArrayList<>();
        String locator = "";
        do {
            Answer page = client.get(JOBS + "/" + id + "/results?maxRecords=150" + locator);
            List<Map<String, String>> records = Csv.records(page.body());
            assertThat(header(page, "Sforce-NumberOfRecords")).isEqualTo(String.valueOf(records.size()));
            assertThat(header(page, "Content-Type")).startsWith("text/csv");
            records.forEach(record -> ids.add(record.get("Id")));
            locator = "&locator=" + header(page, "Sforce-Locator");
        } while (!locator.equals("&locator=null"));

        assertThat(ids).hasSize(all).doesNotHaveDuplicates();
        assertThat(client.get(JOBS + "/" + id)
                        .json()
                        .path("numberRecordsProcessed")
                        .asInt())
                .isEqualTo(all);
    }

    @Test
    void rowsComeInShuffledChunksUnlessAnOrderIsAskedFor() {
        String shuffled = complete("SELECT Id FROM Lead");
        String ordered = complete("SELECT Id FROM Lead ORDER BY Id");

        assertThat(ids(shuffled)).isNotEqualTo(ids(ordered)).containsExactlyInAnyOrderElementsOf(ids(ordered));
        assertThat(ids(ordered)).isSorted();
    }

    private List<String> ids(String job) {
        return Csv.records(client.get(JOBS + "/" + job + "/results").body()).stream()
                .map(record -> record.get("Id"))
                .toList();
    }

    @Test
    void anyPageCanBeReadAgainThoughRowsHaveChangedSince() {
        String account = sandbox.insert("Account", Map.of("Name", "before"));
        String id = complete("SELECT Id, Name FROM Account WHERE Id = '" + account + "'");
        String first = client.get(JOBS + "/" + id + "/results").body();

        sandbox.update("Account", account, Map.of("Name", "after"));

        assertThat(client.get(JOBS + "/" + id + "/results").body())
                .isEqualTo(first)
                .contains("\"before\"");
    }

    @Test
    void writesEveryKindOfValueAsBulkDoes() {
        String text = "a \"quoted\", line\r\nand N/A \uD83D\uDE00";
        String account = sandbox.insert(
                "Account",
                Map.of("Name", text, "AnnualRevenue", "139000000", "NumberOfEmployees", "12", "Site", "N/A"));
        String id = complete("SELECT Id, Name, AnnualRevenue, NumberOfEmployees, Site, Phone, IsDeleted, CreatedDate,"
                + " Owner.Name FROM Account WHERE Id = '" + account + "'");

        Map<String, String> row =
                Csv.records(client.get(JOBS + "/" + id + "/results").body()).get(0);

        assertThat(row)
                .containsEntry("Name", text)
                .containsEntry("AnnualRevenue", "1.39E8")
                .containsEntry("NumberOfEmployees", "12")
                .containsEntry("Site", "N/A")
                .containsEntry("Phone", "")
                .containsEntry("IsDeleted", "false")
                .containsKey("Owner.Name");
        assertThat(row.get("CreatedDate")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.000Z");
    }

    @Test
    void delimiterAndLineEndingAreThoseAskedFor() {
        String account = sandbox.insert("Account", Map.of("Name", "one|two"));
        Answer created = client.post(
                JOBS,
                "{\"operation\":\"query\",\"query\":\"SELECT Id, Name FROM Account WHERE Id = '" + account
                        + "'\",\"columnDelimiter\":\"PIPE\",\"lineEnding\":\"CRLF\"}");
        String id = created.json().path("id").asText();
        client.get(JOBS + "/" + id);
        client.get(JOBS + "/" + id);

        String csv = client.get(JOBS + "/" + id + "/results").body();

        assertThat(csv).isEqualTo("\"Id\"|\"Name\"\r\n\"" + account + "\"|\"one|two\"\r\n");
    }

    @Test
    void aJobWithoutRowsHasAHeaderOnly() {
        String id = complete("SELECT Id, Name FROM Account WHERE Name = 'nobody'");

        Answer page = client.get(JOBS + "/" + id + "/results");

        assertThat(page.body()).isEqualTo("\"Id\",\"Name\"\n");
        assertThat(header(page, "Sforce-NumberOfRecords")).isEqualTo("0");
        assertThat(header(page, "Sforce-Locator")).isEqualTo("null");
        assertThat(client.get(JOBS + "/" + id + "/resultPages").json().path("resultPages"))
                .hasSize(1);
    }

    @Test
    void resultPagesTellFivePagesAtATime() {
        sandbox.fault(Fault.of(SalesforceFault.BULK_SMALL_PAGES).rows(60));
        int all = sandbox.truth("Lead").size();
        String id = complete("SELECT Id FROM Lead");

        List<String> ids = new ArrayList<>();
        String path = JOBS + "/" + id + "/resultPages";
        boolean done = false;
        while (!done) {
            JsonNode pages = client.get(path).json();
            done = pages.path("done").asBoolean();
            assertThat(pages.path("resultPages").size()).isLessThanOrEqualTo(5);
            assertThat(pages.path("nextRecordsUrl").isNull()).isEqualTo(done);
            for (JsonNode page : pages.path("resultPages")) {
                Csv.records(client.get(page.path("resultUrl").asText()).body())
                        .forEach(record -> ids.add(record.get("Id")));
            }
            path = pages.path("nextRecordsUrl").asText();
        }

        assertThat(all).isGreaterThan(300);
        assertThat(ids).hasSize(all).doesNotHaveDuplicates();
    }

    @Test
    void resultsBeforeTheJobIsCompleteAreNothingYet() {
        String id = create("SELECT Id FROM Lead").json().path("id").asText();

        Answer early = client.get(JOBS + "/" + id + "/results");

        assertThat(early.status()).isEqualTo(204);
        assertThat(early.body()).isEmpty();
    }

    @Test
    void aRunningJobCanBeAbortedAndOnlyAnEndedOneDeleted() {
        String path =
                JOBS + "/" + create("SELECT Id FROM Lead").json().path("id").asText();

        assertThat(client.call("DELETE", path, "").message()).contains("is not terminated");
        assertThat(client.call("PATCH", path, "{\"state\":\"Aborted\"}")
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("Aborted");
        assertThat(client.call("PATCH", path, "{\"state\":\"Aborted\"}").status())
                .isEqualTo(400);
        assertThat(client.get(path + "/results").status()).isEqualTo(400);
        assertThat(client.call("DELETE", path, "").status()).isEqualTo(204);
        assertThat(client.get(path).status()).isEqualTo(404);
    }

    @Test
    void listsJobsAndCountsThemInTheLimits() {
        int before = client.get(Client.DATA + "/limits")
                .json()
                .at("/DailyBulkV2QueryJobs/Remaining")
                .asInt();
        String id = create("SELECT Id FROM Lead").json().path("id").asText();

        JsonNode list = client.get(JOBS).json();

        assertThat(list.path("done").asBoolean()).isTrue();
        assertThat(list.at("/records/0/id").asText()).isEqualTo(id);
        assertThat(client.get(Client.DATA + "/limits")
                        .json()
                        .at("/DailyBulkV2QueryJobs/Remaining")
                        .asInt())
                .isEqualTo(before - 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT Id, Address FROM Lead | FUNCTIONALITY_NOT_ENABLED",
                "SELECT COUNT() FROM Lead | FUNCTIONALITY_NOT_ENABLED",
                "SELECT Id FROM Nothing | INVALID_TYPE",
                "SELECT Nope__c FROM Lead | INVALID_FIELD",
                "SELECT Id FROM | MALFORMED_QUERY"
            })
    void refusesAQueryThatBulkCannotRun(String soql, String code) {
        Answer answer = create(soql);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"maxRecords=0", "maxRecords=x", "locator=!", "locator=OTk5OTk5"})
    void refusesAnUnknownLocatorOrNumberOfRows(String parameter) {
        String id = complete("SELECT Id FROM Campaign");

        assertThat(client.get(JOBS + "/" + id + "/results?" + parameter).status())
                .isEqualTo(400);
    }

    @Test
    void aJobIsReadWithTheVersionThatMadeIt() {
        String id = complete("SELECT Id FROM Campaign");

        assertThat(client.get("/services/data/v65.0/jobs/query/" + id + "/results")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void jobsVanishAfterSevenDays() {
        try (Sandbox own = Sandbox.start(SandboxOptions.defaults().scale(0.02))) {
            Client caller = new Client(own);
            String id = caller.post(JOBS, "{\"operation\":\"query\",\"query\":\"SELECT Id FROM Lead\"}")
                    .json()
                    .path("id")
                    .asText();
            own.advance(Duration.ofDays(6));
            caller.login();
            assertThat(caller.get(JOBS + "/" + id).status()).isEqualTo(200);

            own.advance(Duration.ofDays(2));
            caller.login();

            assertThat(caller.get(JOBS + "/" + id).status()).isEqualTo(404);
        }
    }

    @Test
    void nothingIsAnsweredWithoutASession() {
        Answer answer = client.send(HttpRequest.newBuilder(URI.create(sandbox.url() + JOBS)));

        assertThat(answer.status()).isEqualTo(401);
    }
}
