package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.ZuoraClient.Answer;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.ZuoraFault;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shapes by the vendor's pages on object export, on Data Query and on the query actions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZuoraExportTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.12));
    private final ZuoraClient client = new ZuoraClient(sandbox);

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private Answer export(String query) {
        return client.post("/v1/object/export", "{\"Format\":\"csv\",\"Zip\":false,\"Query\":\"" + query + "\"}");
    }

    private Answer sql(String query, String more) {
        return client.post("/query/jobs", "{\"query\":\"" + query + "\",\"output\":{\"target\":\"S3\"}" + more + "}");
    }

    /** The job after it has ended. */
    private JsonNode ended(Answer submitted) {
        String id = submitted.json().path("data").path("id").asText();
        client.get("/query/jobs/" + id);
        return client.get("/query/jobs/" + id).json().path("data");
    }

    /** Where a job's answer lies, as a path. */
    private static String path(JsonNode job) {
        return job.path("dataFile").asText().replaceFirst("http://[^/]+", "");
    }

    private String data(String query, String more) {
        return client.send(client.request(path(ended(sql(query, more))))).body();
    }

    @Test
    void anExportIsProcessedAndThenHasAFile() {
        Answer created = export("select Id, Name, Account.Id, CreatedDate from Subscription");
        assertThat(created.json().path("Success").asBoolean()).isTrue();
        String path = "/v1/object/export/" + created.json().path("Id").asText();

        JsonNode first = client.get(path).json();
        assertThat(first.path("Status").asText()).isEqualTo("Processing");
        assertThat(first.has("FileId")).isFalse();
        JsonNode second = client.get(path).json();
        assertThat(second.path("Status").asText()).isEqualTo("Completed");
        List<List<String>> rows = StrictCsv.parse(
                client.get("/v1/files/" + second.path("FileId").asText()).body());
        assertThat(rows.get(0))
                .containsExactly("Subscription.Id", "Subscription.Name", "Account.Id", "Subscription.CreatedDate");
        assertThat(rows.get(1).get(3)).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d-0[45]:00");
    }

    @Test
    void anExportHoldsNoDeletedRowsAndFewerFieldsThanAqua() {
        assertThat(export("select IsLatestVersion from Subscription").body())
                .contains("\"Success\":false", "INVALID_VALUE", "There is no field named IsLatestVersion");
        assertThat(export("select IsLatestVersion from Subscription").status()).isEqualTo(400);
        assertThat(client.rows("select IsLatestVersion from Subscription")).hasSizeGreaterThan(1);
        assertThat(export("select Id from Nothing").body()).contains("The requested data source could not be found");
        assertThat(client.get("/v1/object/export/x").status()).isEqualTo(404);
    }

    @Test
    void anObjectWithoutExportFieldsFailsWhenItRuns() {
        String id = export("select * from BillingPreviewRun").json().path("Id").asText();
        client.get("/v1/object/export/" + id);

        JsonNode failed = client.get("/v1/object/export/" + id).json();
        assertThat(failed.path("Status").asText()).isEqualTo("Failed");
        assertThat(failed.path("StatusReason").asText())
                .matches("[0-9A-F]{16}: java.lang.RuntimeException: You must specify a select.");
    }

    @Test
    void aDataQueryAnswersInJsonLinesAtASignedAddress() throws Exception {
        Answer submitted = sql("select id, accountid, mrr from rateplancharge order by id limit 3", "");
        assertThat(submitted.json().path("data").path("queryStatus").asText()).isEqualTo("accepted");
        JsonNode job = ended(submitted);
        assertThat(job.path("queryStatus").asText()).isEqualTo("completed");
        assertThat(job.path("outputRows").asInt()).isEqualTo(3);

        String[] lines = client.send(client.request(path(job))).body().split("\n");
        assertThat(lines).hasSize(3);
        JsonNode line = new com.fasterxml.jackson.databind.ObjectMapper().readTree(lines[0]);
        assertThat(line.path("accountid").asText()).hasSize(32);
        assertThat(line.path("mrr").isNumber()).isTrue();
        assertThat(client.get(path(job)).status()).isEqualTo(400);
        assertThat(client.send(client.request(path(job).replaceAll("=.*", "=0")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aDataQueryKnowsTablesColumnsAndDeletedRows() {
        assertThat(data("SHOW TABLES", "")).contains("{\"Table\":\"rateplancharge\"}");
        assertThat(data("DESCRIBE subscription", ""))
                .contains("{\"Column\":\"accountid\",\"Type\":\"varchar\"")
                .contains("{\"Column\":\"updateddate\",\"Type\":\"timestamp with time zone\"")
                .contains("\"deleted\"");
        String id = sandbox.zuora().insert("Product", java.util.Map.of("Name", "a,\"b\""));
        sandbox.zuora().delete("Product", id);
        String query = "select id, name, deleted from product";
        assertThat(data(query, ",\"outputFormat\":\"CSV\"")).contains(id + ",\"a,\"\"b\"\"\",true");
        assertThat(data("select id from product", "")).doesNotContain(id);
        assertThat(data("select id from product", ",\"readDeleted\":true").strip())
                .isEqualTo("{\"id\":\"" + id + "\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "select x from account, Column 'x' cannot be resolved",
        "select id from nothing, Table owl.data.nothing does not exist",
        "select id from account where updateddate > '2026-01-01 00:00:00', Cannot apply operator",
        "select avg(balance) from account, unexpected token",
        "select sum(name) from account, function sum",
        "select count(*) c from account, unexpected token",
    })
    void aWrongDataQueryFailsWhenItRuns(String query, String message) {
        JsonNode job = ended(sql(query, ""));

        assertThat(job.path("queryStatus").asText()).isEqualTo("failed");
        assertThat(job.path("errorMessage").asText()).contains(message);
    }

    @Test
    void dataQueryAggregatesOverTheRowsThatLive() {
        String csv = ",\"outputFormat\":\"CSV\"";
        List<String> balances = data(
                        "select balance from account where createddate >= timestamp '2025-01-01 00:00:00 Z'", csv)
                .lines()
                .skip(1)
                .toList();
        java.math.BigDecimal sum = balances.stream()
                .filter(text -> !text.isEmpty())
                .map(java.math.BigDecimal::new)
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);

        List<String> lines = data(
                        "select count(*) as n, sum(balance), max(createddate) AS newest from account where createddate >="
                                + " timestamp '2025-01-01 00:00:00 Z'",
                        csv)
                .lines()
                .toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).isEqualTo("n,_col1,newest");
        assertThat(lines.get(1).split(",", -1)[0]).isEqualTo(Integer.toString(balances.size()));
        assertThat(new java.math.BigDecimal(lines.get(1).split(",", -1)[1])).isEqualByComparingTo(sum);
        assertThat(lines.get(1).split(",", -1)[2]).startsWith("202");
    }

    @Test
    void dataQueryTakesTimestampsWithAZone() {
        String since = "select id from account where createddate >= timestamp '2026-06-01 00:00:00 -04:00'";
        List<List<String>> same =
                client.rows(false, "select Id from Account where CreatedDate >= '2026-06-01T04:00:00Z'");

        assertThat(data(since, "").lines()).hasSize(same.size() - 1);
    }

    @Test
    void aDataQueryWithoutAContentTypeOfJsonIsRefused() {
        Answer answer = client.send(client.request("/query/jobs")
                .header("apiAccessKeyId", sandbox.zuora().username())
                .header("apiSecretAccessKey", sandbox.zuora().password())
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void anActionPagesThroughRows() {
        Answer first = client.post(
                "/v1/action/query",
                "{\"queryString\":\"select Id, AccountId, Notes from Subscription\",\"conf\":{\"batchSize\":10}}");
        int size = first.json().path("size").asInt();
        Set<String> ids = new HashSet<>();
        List<JsonNode> pages = new ArrayList<>(List.of(first.json()));
        while (!pages.get(pages.size() - 1).path("done").asBoolean()) {
            String locator = pages.get(pages.size() - 1).path("queryLocator").asText();
            pages.add(client.post("/v1/action/queryMore", "{\"queryLocator\":\"" + locator + "\"}")
                    .json());
        }
        pages.forEach(page ->
                page.path("records").forEach(record -> ids.add(record.path("Id").asText())));

        assertThat(ids).hasSize(size).hasSizeGreaterThan(10);
        assertThat(pages.get(0).path("records").path(0).path("AccountId").asText())
                .hasSize(32);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select taxmess from Invoice | fns:INVALID_FIELD",
                "select Id from Nothing | fns:INVALID_TYPE",
                "select Id from Invoice order by Id | fns:MALFORMED_QUERY",
                "select * from Invoice | fns:MALFORMED_QUERY",
                "select Account.Id from Invoice | fns:MALFORMED_QUERY",
                "select Id from Invoice where (Amount > 1) | fns:MALFORMED_QUERY"
            })
    void plainZoqlIsNarrow(String query, String code) {
        Answer answer = client.post("/v1/action/query", "{\"queryString\":\"" + query + "\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("faultcode").asText()).isEqualTo(code);
    }

    @Test
    void aLocatorIsGoodForAQuarterOfAnHour() {
        try (Sandbox own = Sandbox.start(SandboxOptions.defaults().scale(0.08))) {
            ZuoraClient user = new ZuoraClient(own);
            String locator = user.post(
                            "/v1/action/query",
                            "{\"queryString\":\"select Id from Contact\",\"conf\":{\"batchSize\":1}}")
                    .json()
                    .path("queryLocator")
                    .asText();
            own.advance(Duration.ofMinutes(16));

            assertThat(user.post("/v1/action/queryMore", "{\"queryLocator\":\"" + locator + "\"}")
                            .body())
                    .contains("INVALID_QUERY_LOCATOR");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "JOB_STUCK, Pending, accepted",
        "JOB_ABORTED, Canceled, cancelled",
        "JOB_ERROR_90022, Failed, failed",
        "JOB_TOO_LONG_90027, Failed, failed"
    })
    void exportsAndDataQueriesFailAsJobsDo(ZuoraFault name, String export, String query) {
        String id = export("select Id from Refund").json().path("Id").asText();
        String job =
                sql("select id from refund", "").json().path("data").path("id").asText();
        sandbox.fault(Fault.of(name).object("Refund").count(2));
        try {
            assertThat(client.get("/v1/object/export/" + id)
                            .json()
                            .path("Status")
                            .asText())
                    .isEqualTo(export);
            JsonNode told = client.get("/query/jobs/" + job).json().path("data");
            assertThat(told.path("queryStatus").asText()).isEqualTo(query);
            assertThat(told.has("dataFile")).isFalse();
            assertThat(told.path("errorCode").asText())
                    .isEqualTo(name == ZuoraFault.JOB_ERROR_90022 ? "LINK_10000005" : "");
        } finally {
            sandbox.clearFaults();
        }
        boolean ends = name == ZuoraFault.JOB_STUCK;
        client.get("/v1/object/export/" + id);
        assertThat(client.get("/v1/object/export/" + id).json().has("FileId")).isEqualTo(ends);
        client.get("/query/jobs/" + job);
        assertThat(client.get("/query/jobs/" + job).json().path("data").has("dataFile"))
                .isEqualTo(ends);
    }
}
