package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Client.Answer;
import bizops.sandbox.salesforce.data.Wire;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Jobs of the Bulk API v1 with content type JSON, as simple-salesforce makes them: batches, results and rows in JSON,
 * instants as milliseconds (Bulk API Developer Guide, "Bulk Query"; the types' table of the vendor's values).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsyncJsonTest {
    private static final String JOB = "/services/async/59.0/job";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.04));
    private final Client client = new Client(sandbox);
    private final String token = client.login();

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private JsonNode send(String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .header("X-SFDC-Session", token)
                .header("Content-Type", "application/json");
        Answer answer = client.send(body == null ? request : request.POST(BodyPublishers.ofString(body)));
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
        return answer.json();
    }

    /** The rows of all files of a query's only batch. */
    private List<JsonNode> rows(String object, String soql) {
        String job = send(
                        JOB,
                        "{\"operation\":\"query\",\"object\":\"" + object
                                + "\",\"concurrencyMode\":0,\"contentType\":\"JSON\"}")
                .path("id")
                .asText();
        JsonNode added = send(JOB + "/" + job + "/batch", soql);
        String batch = JOB + "/" + added.path("jobId").asText() + "/batch/"
                + added.path("id").asText();
        assertThat(added.path("state").asText()).isEqualTo("Queued");
        assertThat(send(batch, null).path("state").asText()).isEqualTo("InProgress");
        assertThat(send(JOB + "/" + job + "/batch", null)
                        .at("/batchInfo/0/state")
                        .asText())
                .isEqualTo("Completed");
        List<JsonNode> rows = new ArrayList<>();
        send(batch + "/result", null)
                .forEach(file -> send(batch + "/result/" + file.asText(), null).forEach(rows::add));
        return rows;
    }

    @Test
    void aJobOfJsonTellsItsBatchesInJsonAndHoldsAllRows() {
        Map<String, Map<String, Object>> truth = sandbox.truth("Lead").stream()
                .filter(row -> !Boolean.TRUE.equals(row.get("IsDeleted")))
                .collect(Collectors.toMap(row -> String.valueOf(row.get("Id")), Function.identity()));

        List<JsonNode> rows =
                rows("Lead", "SELECT Id, Name, CreatedDate, ConvertedDate, IsConverted, Owner.Name FROM Lead");

        assertThat(rows).hasSameSizeAs(truth.keySet()).allSatisfy(row -> {
            Map<String, Object> expected = truth.get(row.path("Id").asText());
            assertThat(row.at("/attributes/url").asText())
                    .isEqualTo("/services/data/v59.0/sobjects/Lead/" + expected.get("Id"));
            assertThat(row.path("CreatedDate").longValue())
                    .isEqualTo(Wire.parseInstant(String.valueOf(expected.get("CreatedDate")))
                            .toEpochMilli());
            assertThat(row.path("IsConverted").booleanValue()).isEqualTo(expected.get("IsConverted"));
            assertThat(row.path("ConvertedDate").asText("null"))
                    .isEqualTo(String.valueOf(expected.get("ConvertedDate")));
            assertThat(row.path("Owner").has("Name")).isTrue();
        });
    }

    @Test
    void aBatchWithoutRowsIsAnEmptyArray() {
        assertThat(rows("Lead", "SELECT Id FROM Lead WHERE LastName = 'nobody'"))
                .isEmpty();
    }
}
