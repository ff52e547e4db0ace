package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.ZuoraClient.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Shapes by the vendor's pages on OAuth, AQuA (stateless mode, extract deleted data, get results files). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZuoraApiTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.5));
    private final ZuoraClient client = new ZuoraClient(sandbox);

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void aTokenNeedsTheClientAndItsEncodedSecret() {
        String secret = sandbox.zuora().clientSecret();

        Answer good = client.token("grant_type=client_credentials&client_id="
                + sandbox.zuora().clientId() + "&client_secret=" + ZuoraClient.encode(secret));
        assertThat(good.json().path("expires_in").asInt()).isEqualTo(3598);
        assertThat(good.json().path("scope").asText()).containsOnlyOnce("entity.");
        Answer raw = client.token(
                "grant_type=client_credentials&client_id=" + sandbox.zuora().clientId() + "&client_secret=" + secret);
        assertThat(raw.status()).isEqualTo(401);
        Answer unknown = client.token("grant_type=client_credentials&client_id=x&client_secret=x");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().path("message").asText()).isEqualTo("Invalid client id");
    }

    @Test
    void withoutATokenEverythingIsProtected() {
        Answer answer = client.send(client.request("/v1/describe"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.reason()).isEqualTo(90000011);
        assertThat(answer.header("Zuora-Request-Id")).isNotEmpty();
    }

    @Test
    void usersMayComeWithTheirPasswordInHeadersOrByBasic() {
        Answer headers = client.send(client.request("/v1/describe")
                .header("apiAccessKeyId", sandbox.zuora().username())
                .header("apiSecretAccessKey", sandbox.zuora().password()));
        String pair = sandbox.zuora().username() + ":" + sandbox.zuora().password();
        Answer basic = client.send(client.request("/v1/describe")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))));

        assertThat(headers.status()).isEqualTo(200);
        assertThat(basic.status()).isEqualTo(200);
    }

    @Test
    void aJobIsSubmittedPolledAndItsFilesFetched() {
        Answer submitted = client.submit("select Id from Account", "select Id from Invoice");
        JsonNode job = submitted.json();
        assertThat(submitted.status()).isEqualTo(200);
        assertThat(job.path("status").asText()).isEqualTo("submitted");
        assertThat(job.path("batches").path(1).path("status").asText()).isEqualTo("pending");
        assertThat(job.path("batches").path(0).has("fileId")).isFalse();

        String id = job.path("id").asText();
        assertThat(client.poll(id).json().path("status").asText()).isEqualTo("executing");
        JsonNode done = client.poll(id).json();
        assertThat(done.path("status").asText()).isEqualTo("completed");
        JsonNode batch = done.path("batches").path(1);
        Answer file = client.get("/v1/files/" + batch.path("fileId").asText());
        List<List<String>> rows = StrictCsv.parse(file.body());
        assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(rows.get(0)).containsExactly("Invoice.Deleted", "Invoice.Id");
        assertThat(rows).hasSize(batch.path("recordCount").asInt() + 1).hasSizeGreaterThan(20);
        assertThat(client.get("/apps/api/file/" + batch.path("fileId").asText()).body())
                .isEqualTo(file.body());
    }

    @Test
    void aFileHoldsTheTruthToTheLastDigit() {
        List<List<String>> rows =
                client.rows("select Id, MRR, TCV, Subscription.Id, EffectiveEndDate from RatePlanCharge");
        Map<Object, Map<String, Object>> truth = sandbox.zuora().truth("RatePlanCharge").stream()
                .collect(Collectors.toMap(row -> String.valueOf(row.get("Id")), row -> row));

        assertThat(rows).hasSize(truth.size() + 1);
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, Object> real = Objects.requireNonNull(truth.get(row.get(1)));
            assertThat(row.get(2)).isEqualTo(plain(real.get("MRR")));
            assertThat(row.get(3)).isEqualTo(plain(real.get("TCV")));
            assertThat(row.get(4)).isEqualTo(real.get("SubscriptionId"));
            assertThat(row.get(5)).isEqualTo(String.valueOf(real.get("EffectiveEndDate")));
        }
    }

    private static String plain(@Nullable Object number) {
        return ((BigDecimal) Objects.requireNonNull(number)).toPlainString();
    }

    @Test
    void aWrongQueryIsRefusedWithStatus200AndNoId() {
        assertThat(client.refusal("select Idx from Account"))
                .startsWith("90005 There is a syntax error")
                .contains("(Error = There is no field named Idx, Query = select Idx from Account)");
        assertThat(client.refusal("select Id from Nothing")).contains("The requested data source could not be found");
        assertThat(client.refusal("select Nobody.Id from Account"))
                .contains("The requested data source could not be found");
    }
}
