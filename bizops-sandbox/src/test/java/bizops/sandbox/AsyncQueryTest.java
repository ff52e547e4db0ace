package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Client.Answer;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.SalesforceFault;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The queries of the Bulk API v1. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsyncQueryTest {
    private static final String JOB = "/services/async/64.0/job";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.12));
    private final Client client = new Client(sandbox);
    private String token = "";

    @BeforeEach
    void clear() {
        sandbox.clearFaults();
        token = client.login();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private Answer get(String path) {
        return client.send(
                HttpRequest.newBuilder(URI.create(sandbox.url() + path)).header("X-SFDC-Session", token));
    }

    private Answer post(String path, String type, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .header("X-SFDC-Session", token)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        return client.send(headers.length == 0 ? request : request.headers(headers));
    }

    private String job(String... headers) {
        return post(
                        JOB,
                        "application/json",
                        "{\"operation\":\"queryAll\",\"object\":\"Lead\",\"contentType\":\"CSV\"}",
                        headers)
                .json()
                .path("id")
                .asText();
    }

    private String batch(String job, String soql) {
        return elements(post(JOB + "/" + job + "/batch", "text/csv", soql).body(), "id")
                .get(0);
    }

    private static List<String> elements(String xml, String name) {
        return Pattern.compile("<" + name + ">([^<]*)</" + name + ">")
                .matcher(xml)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private List<String> states(String job) {
        return elements(get(JOB + "/" + job + "/batch").body(), "state");
    }

    private List<String> ids(String job, String batch) {
        List<String> ids = new ArrayList<>();
        String path = JOB + "/" + job + "/batch/" + batch + "/result";
        for (String result : elements(get(path).body(), "result")) {
            String body = get(path + "/" + result).body();
            if (!body.equals("Records not found for this query")) {
                Csv.records(body).forEach(record -> ids.add(record.get("Id")));
            }
        }
        return ids;
    }

    private List<String> allLeads() {
        return sandbox.truth("Lead").stream()
                .map(row -> String.valueOf(row.get("Id")))
                .toList();
    }

    @Test
    void aBatchIsQueuedThenAtWorkThenDoneAndItsFilesHoldAllRows() {
        sandbox.fault(Fault.of(SalesforceFault.BULK_SMALL_PAGES).rows(200));
        String job = job();
        String batch = batch(job, "SELECT Id FROM Lead");

        assertThat(states(job)).containsExactly("InProgress");
        assertThat(states(job)).containsExactly("Completed");
        assertThat(elements(get(JOB + "/" + job + "/batch/" + batch + "/result").body(), "result"))
                .hasSizeGreaterThan(2);
        assertThat(ids(job, batch)).containsExactlyInAnyOrderElementsOf(allLeads());
    }

    @Test
    void withPkChunkingTheFirstBatchIsNotProcessedAndChunksHoldAllRows() {
        String job = job("Sforce-Enable-PKChunking", "chunkSize=2000");
        String first = batch(job, "SELECT Id FROM Lead WHERE IsConverted = false");

        List<String> states = states(job);
        states(job);
        assertThat(states.get(0)).isEqualTo("NotProcessed");
        assertThat(states).hasSizeGreaterThan(3);
        assertThat(states(job))
                .filteredOn(state -> !state.equals("NotProcessed"))
                .containsOnly("Completed");
        List<String> ids = elements(get(JOB + "/" + job + "/batch").body(), "id").stream()
                .filter(batch -> !batch.equals(first))
                .flatMap(batch -> ids(job, batch).stream())
                .toList();

        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(sandbox.truth("Lead").stream()
                        .filter(row -> Boolean.FALSE.equals(row.get("IsConverted")))
                        .map(row -> String.valueOf(row.get("Id")))
                        .toList());
    }

    @Test
    void aBatchWithoutRowsSaysSo() {
        String job = job();
        String batch = batch(job, "SELECT Id FROM Lead WHERE LastName = 'nobody'");
        states(job);
        states(job);
        String path = JOB + "/" + job + "/batch/" + batch + "/result";

        String result = elements(get(path).body(), "result").get(0);

        Answer file = get(path + "/" + result);
        assertThat(file.body()).isEqualTo("Records not found for this query");
        assertThat(file.response().headers().firstValue("Content-Type")).hasValue("text/csv; charset=UTF-8");
    }

    /** Connectors of many know this form of a zero, and no other fraction in a whole number (types of fields, int). */
    @Test
    void aRollUpOfWholeNumbersHasAFractionWhereItIsZeroAlone() {
        sandbox.insert("Campaign", Map.of("Name", "without leads"));
        String campaigns = post(
                        JOB,
                        "application/json",
                        "{\"operation\":\"queryAll\",\"object\":\"Campaign\",\"contentType\":\"CSV\"}")
                .json()
                .path("id")
                .asText();
        String batch = batch(campaigns, "SELECT Id, NumberOfLeads FROM Campaign");
        Stream.of(1, 2).forEach(poll -> states(campaigns));
        String path = JOB + "/" + campaigns + "/batch/" + batch + "/result";

        List<String> leads = Csv.records(
                        get(path + "/" + elements(get(path).body(), "result").get(0))
                                .body())
                .stream()
                .map(row -> row.get("NumberOfLeads"))
                .toList();

        assertThat(leads).contains("0.0").anyMatch(text -> text.matches("[1-9]\\d*"));
        assertThat(leads).allMatch(text -> text.matches("0\\.0|[1-9]\\d*"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT Nope__c FROM Lead | INVALID_FIELD",
                "SELECT Id, Address FROM Lead | Selecting compound data not supported in Bulk Query",
                "SELECT Id FROM Contact | does not match the entity of the requested Bulk API Job (Lead)"
            })
    void aQueryThatCannotRunMakesABatchThatFails(String soql, String why) {
        String job = job();
        batch(job, soql);
        states(job);

        String body = get(JOB + "/" + job + "/batch").body();

        assertThat(elements(body, "state")).containsExactly("Failed");
        assertThat(body).contains(why);
    }

    @Test
    void oneChunkOfManyCanFail() {
        sandbox.fault(Fault.of(SalesforceFault.BULK_BATCH_FAILED).at(2).message("Retried more than fifteen times"));
        String job = job("Sforce-Enable-PKChunking", "chunkSize=2000");
        batch(job, "SELECT Id FROM Lead");
        Stream.of(1, 2).forEach(poll -> states(job));

        String body = get(JOB + "/" + job + "/batch").body();

        assertThat(elements(body, "state")).containsOnlyOnce("Failed").contains("Completed");
        assertThat(elements(body, "stateMessage")).containsExactly("Retried more than fifteen times");
    }

    @Test
    void jobsAreToldInTheFormOfTheRequest() {
        Answer xml = post(
                JOB,
                "application/xml",
                "<jobInfo xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"><operation>query</operation>"
                        + "<object>Lead</object><contentType>CSV</contentType></jobInfo>");

        assertThat(xml.status()).isEqualTo(201);
        assertThat(elements(xml.body(), "state")).containsExactly("Open");
        Answer closed =
                post(JOB + "/" + elements(xml.body(), "id").get(0), "application/json", "{\"state\":\"Closed\"}");
        assertThat(closed.json().path("state").asText()).isEqualTo("Closed");
    }

    @Test
    void refusesADeadSessionAnUnknownJobAndAnOldVersionInItsOwnWords() {
        Answer session = client.send(HttpRequest.newBuilder(URI.create(sandbox.url() + JOB + "/750x"))
                .header("X-SFDC-Session", "nonsense"));

        assertThat(session.status()).isEqualTo(400);
        assertThat(elements(session.body(), "exceptionCode")).containsExactly("InvalidSessionId");
        assertThat(elements(get(JOB + "/750000000000000AAA").body(), "exceptionCode"))
                .containsExactly("InvalidJob");
        assertThat(elements(get("/services/async/20.0/job/750").body(), "exceptionCode"))
                .containsExactly("InvalidVersion");
    }

    @ParameterizedTest
    @CsvSource({
        "BULK_REFUSED, InvalidEntity, Entity 'Lead' is not supported by the Bulk API.",
        "BULK_DISABLED, FeatureNotEnabled, Async API not enabled",
        "BULK_JOB_LIMIT, ExceededQuota, Max bulk"
    })
    void refusesToMakeAJob(SalesforceFault fault, String code, String message) {
        sandbox.fault(Fault.of(fault).path("/services/async"));

        Answer answer =
                post(JOB, "application/json", "{\"operation\":\"query\",\"object\":\"Lead\",\"contentType\":\"CSV\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("exceptionCode").asText()).isEqualTo(code);
        assertThat(answer.json().path("exceptionMessage").asText()).startsWith(message);
    }

    @Test
    void jobsVanishAfterSevenDaysAndBatchesCountForOne() {
        String job = job();
        batch(job, "SELECT Id FROM Lead");
        int remaining = client.get(Client.DATA + "/limits")
                .json()
                .at("/DailyBulkApiBatches/Remaining")
                .asInt();

        assertThat(remaining).isLessThan(15_000);
        sandbox.advance(Duration.ofDays(8));
        token = client.login();
        assertThat(elements(get(JOB + "/" + job).body(), "exceptionCode")).containsExactly("InvalidJob");
    }
}
