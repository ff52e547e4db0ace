package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** AQuA's stateful mode, as connectors use it that leave their high-water mark to Zuora ("Stateful mode"). */
class ZuoraSessionTest {
    private static final DateTimeFormatter PACIFIC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("America/Los_Angeles"));

    private Sandbox sandbox;
    private ZuoraClient client;
    private String id;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.02));
        client = new ZuoraClient(sandbox);
        id = sandbox.zuora().insert("Product", Map.of("Name", "planted"));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private JsonNode submit(String more, String query) {
        return client.post(
                        "/v1/batch-query/",
                        "{\"version\":\"1.2\",\"partner\":\"" + sandbox.zuora().partner()
                                + "\",\"project\":\"Product_1\",\"name\":\"Product_1\",\"format\":\"csv\"" + more
                                + ",\"queries\":[{\"name\":\"Product_1\",\"type\":\"zoqlexport\",\"query\":\"" + query
                                + "\",\"deleted\":{\"column\":\"Deleted\",\"format\":\"Boolean\"}}]}")
                .json();
    }

    private List<List<String>> rows(JsonNode submitted) {
        JsonNode job = client.finished(submitted.path("id").asText());
        String file = job.path("batches").path(0).path("fileId").asText();
        List<List<String>> all = StrictCsv.parse(client.get("/v1/files/" + file).body());
        return all.subList(1, all.size());
    }

    private JsonNode submit(String query) {
        return submit("", query);
    }

    private static boolean full(JsonNode job) {
        return job.path("batches").path(0).path("full").asBoolean();
    }

    @Test
    void theFirstJobOfAProjectIsGivenAllLiveRowsAndTheNextWhatChangedSince() {
        sandbox.zuora().delete("Product", id);
        sandbox.advance(Duration.ofMinutes(1));
        JsonNode first = submit("select Id, Name from Product");
        int products = sandbox.zuora().truth("Product").size();
        sandbox.advance(Duration.ofMinutes(20));
        String other = sandbox.zuora().insert("Product", Map.of("Name", "new"));
        JsonNode second = submit("select Id, Name from Product");

        assertThat(full(first)).isTrue();
        assertThat(first.path("project").asText()).isEqualTo("product_1");
        assertThat(rows(first))
                .hasSize(products - 1)
                .allSatisfy(row -> assertThat(row.get(0)).isEqualTo("false"));
        assertThat(full(second)).isFalse();
        assertThat(rows(second)).containsExactly(List.of("false", other, "new"));
    }

    @Test
    void whatIsDeletedAfterTheFirstJobIsReported() {
        submit("select Id, Name from Product");
        sandbox.advance(Duration.ofMinutes(20));
        sandbox.zuora().delete("Product", id);
        sandbox.advance(Duration.ofMinutes(1));

        assertThat(rows(submit("select Id, Name from Product"))).containsExactly(List.of("true", id, "planted"));
        sandbox.advance(Duration.ofMinutes(20));
        assertThat(rows(submit("select Id, Name from Product"))).isEmpty();
    }

    @Test
    void aQueryThatChangesIsGivenAllRowsAgain() {
        submit("select Id from Product");
        sandbox.advance(Duration.ofMinutes(20));

        assertThat(full(submit("select Id, Name from Product"))).isTrue();
        assertThat(full(submit("select Id, Name from Product"))).isFalse();
    }

    @Test
    void aStartInPacificTimeIsTakenForOneJobAndLeavesTheSessionWhereItWas() {
        Instant planted = sandbox.now();
        sandbox.advance(Duration.ofMinutes(50));
        String since = ",\"incrementalTime\":\"" + PACIFIC.format(planted) + "\"";
        String after = ",\"incrementalTime\":\"" + PACIFIC.format(planted.plusSeconds(1)) + "\"";

        JsonNode job = submit(since, "select Id from Product");
        assertThat(full(job)).isFalse();
        assertThat(rows(job)).containsExactly(List.of("false", id));
        assertThat(rows(submit(after, "select Id from Product"))).isEmpty();
        assertThat(full(submit("select Id from Product"))).isTrue();
    }

    private JsonNode last(String partner, String project) {
        return client.get("/v1/batch-query/jobs/partner/" + partner + "/project/" + project)
                .json();
    }

    @Test
    void theLastCompletedJobOfAProjectCanBeAskedFor() {
        String partner = sandbox.zuora().partner();
        JsonNode first = submit("select Id from Product");
        client.finished(first.path("id").asText());
        sandbox.advance(Duration.ofSeconds(20));
        JsonNode running = submit("select Id from Product");

        JsonNode last = last(partner, "PRODUCT_1");
        sandbox.advance(Duration.ofMinutes(5));
        JsonNode later = last(partner, "product_1");

        assertThat(last.path("id").asText()).isEqualTo(first.path("id").asText());
        assertThat(last.path("status").asText()).isEqualTo("completed");
        assertThat(last.path("project").asText()).isEqualTo("product_1");
        assertThat(last.path("batches").path(0).path("fileId").asText()).isNotEmpty();
        assertThat(later.path("id").asText()).isEqualTo(running.path("id").asText());
        sandbox.advance(Duration.ofDays(181));
        client = new ZuoraClient(sandbox); // the token is long dead
        assertThat(last(partner, "product_1").path("errorCode").asText()).isEqualTo("90002");
    }

    @Test
    void theLastJobOfAnUnknownPartnerOrOfAProjectWithoutOneIsRefused() {
        client.post(
                "/v1/batch-query/",
                "{\"version\":\"1.0\",\"queries\":[{\"name\":\"p\",\"query\":\"select Id from Product\"}]}");

        assertThat(last("nobody", "product_1").path("errorCode").asText()).isEqualTo("90019");
        assertThat(last(sandbox.zuora().partner(), "product_1")
                        .path("errorCode")
                        .asText())
                .isEqualTo("90002");
    }

    @Test
    void anObjectWithoutAStampIsGivenWhole() {
        String query = "{\"version\":\"1.1\",\"partner\":\"" + sandbox.zuora().partner()
                + "\",\"project\":\"log\",\"queries\":[{\"name\":\"log\",\"query\":\"select Id from CalloutHistory\"}]}";
        client.post("/v1/batch-query/", query);

        assertThat(full(client.post("/v1/batch-query/", query).json())).isTrue();
    }

    @Test
    void whatASessionCannotHaveIsRefusedByItsCode() {
        assertThat(submit(",\"incrementalTime\":\"2026-01-01T00:00:00Z\"", "select Id from Product")
                        .path("errorCode")
                        .asText())
                .isEqualTo("90015");
        assertThat(submit(",\"offset\":60", "select Id from Product")
                        .path("errorCode")
                        .asText())
                .isEqualTo("90010");
    }
}
