package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.ZuoraClient.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shapes by the vendor's pages on OAuth, AQuA (stateless mode, extract deleted data, get results files). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZuoraApiTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.2));
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
    void usersMayComeWithTheirPasswordInHeadersAndToAquaByBasic() {
        Answer headers = client.send(client.request("/v1/describe")
                .header("apiAccessKeyId", sandbox.zuora().username())
                .header("apiSecretAccessKey", sandbox.zuora().password()));
        String pair = sandbox.zuora().username() + ":" + sandbox.zuora().password();
        String basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        Answer describe = client.send(client.request("/v1/describe").header("Authorization", basic));
        Answer job = client.send(client.request("/v1/batch-query/jobs/none").header("Authorization", basic));

        assertThat(headers.status()).isEqualTo(200);
        assertThat(describe.status()).isEqualTo(401);
        assertThat(job.json().path("errorCode").asText()).isEqualTo("90002");
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
                client.rows(false, "select Id, MRR, TCV, Subscription.Id, EffectiveEndDate from RatePlanCharge");
        Map<Object, Map<String, Object>> truth = sandbox.zuora().truth("RatePlanCharge").stream()
                .filter(row -> !Boolean.TRUE.equals(row.get("Deleted")))
                .collect(Collectors.toMap(row -> String.valueOf(row.get("Id")), row -> row));

        assertThat(rows).hasSize(truth.size() + 1);
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, Object> real = Objects.requireNonNull(truth.get(row.get(0)));
            assertThat(row.get(1)).isEqualTo(plain(real.get("MRR")));
            assertThat(row.get(2)).isEqualTo(plain(real.get("TCV")));
            assertThat(row.get(3)).isEqualTo(real.get("SubscriptionId"));
            assertThat(row.get(4)).isEqualTo(String.valueOf(real.get("EffectiveEndDate")));
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"queries\":[]} | 90016",
                "{\"version\":\"1.1\",\"partner\":\"p\",\"project\":\"q\",\"queries\":[Q]} | 90019",
                "{\"incrementalTime\":\"2026-01-01 00:00:00\",\"queries\":[Q]} | 90015",
                "{\"notifyUrl\":\"http://x\",\"queries\":[Q]} | 90014",
                "{\"sourceData\":\"WAREHOUSE\",\"queries\":[Q]} | 90009",
                "{\"queries\":[{\"query\":\"select Id from Account\",\"deleted\":{\"column\":\"D\"}}]} | 90012",
                "{\"queries\":[{\"query\":\"select Id from CalloutHistory\",\"deleted\":{\"column\":\"D\",\"forceExport\":true}}]}"
                        + " | 90017",
                "{\"queries\":[{\"query\":\"select Id from Account\",\"convertToCurrencies\":\"EUR\"}]} | 90021",
                "{\"queries\":[{\"query\":\"select Id from Account\",\"apiVersion\":\"60.0\"}]} | 90005",
                "{\"queries\":[{\"query\":\"select Id from Account\",\"type\":\"zoql\"}]} | 90005"
            })
    void whatAJobCannotAskForIsRefusedByItsCode(String request, String code) {
        JsonNode answer = client.post(
                        "/v1/batch-query/", request.replace("Q]", "{\"query\":\"select Id from Account\"}]"))
                .json();

        assertThat(answer.path("status").asText()).isEqualTo("error");
        assertThat(answer.path("errorCode").asText()).isEqualTo(code);
        assertThat(answer.has("id")).isFalse();
    }

    @Test
    void moreThanFiftyQueriesAreTooMany() {
        String[] queries = Collections.nCopies(51, "select Id from Product").toArray(String[]::new);

        assertThat(client.submit(queries).json().path("errorCode").asText()).isEqualTo("90004");
        assertThat(client.submit(java.util.Arrays.copyOf(queries, 50)).json().path("batches"))
                .hasSize(50);
    }

    @Test
    void aRequestThatIsNoJsonOrAsksForJsonIsMalformed() {
        assertThat(client.post("/v1/batch-query/", "{").json().path("code").asInt())
                .isEqualTo(50000090);
        assertThat(client.submitAs("json", "select Id from Account")
                        .json()
                        .path("code")
                        .asInt())
                .isEqualTo(50000090);
    }

    @Test
    void aJobIsCancelledWhileItRunsAndNotLater() {
        String running =
                client.submit("select Id from Account").json().path("id").asText();
        assertThat(client.delete("/v1/batch-query/jobs/" + running)
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("cancelled");
        assertThat(client.finished(running).path("status").asText()).isEqualTo("cancelled");
        assertThat(client.delete("/v1/batch-query/jobs/" + running)
                        .json()
                        .path("errorCode")
                        .asText())
                .isEqualTo("90003");
    }

    @Test
    void aJobSeesAllItsObjectsAsTheyWereWhenItWasSubmitted() {
        String id = client.submit("select Id from Product where Name = 'New one'", "select Id from Product")
                .json()
                .path("id")
                .asText();
        sandbox.zuora().insert("Product", Map.of("Name", "New one"));
        JsonNode job = client.finished(id);

        assertThat(job.path("batches").path(0).path("recordCount").asInt()).isZero();
        assertThat(client.rows("select Id from Product where Name = 'New one'")).hasSize(2);
    }

    @Test
    void aFileIsPurgedAfterThreeDays() {
        try (Sandbox own = Sandbox.start(SandboxOptions.defaults().scale(0.04))) {
            ZuoraClient user = new ZuoraClient(own);
            String id = user.submit("select Id from Account").json().path("id").asText();
            String file =
                    user.finished(id).path("batches").path(0).path("fileId").asText();
            own.advance(Duration.ofDays(3).minusSeconds(1));
            user.login();
            assertThat(user.get("/v1/files/" + file).status()).isEqualTo(200);
            own.advance(Duration.ofSeconds(1));
            assertThat(user.get("/v1/files/" + file).status()).isEqualTo(404);
        }
    }

    @Test
    void filesComeAsGzipAndZipToo() throws IOException {
        String query = "select Id, Name from Product order by Id";
        String plain = file("csv", query).body();
        assertThat(file("gzip", query).gunzipped()).isEqualTo(plain);
        Answer zip = file("zip", query);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.bytes()))) {
            assertThat(Objects.requireNonNull(in.getNextEntry()).getName()).isEqualTo("Product.csv");
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain);
        }
    }

    private Answer file(String format, String query) {
        String id = client.submitAs(format, query).json().path("id").asText();
        return client.get("/v1/files/"
                + client.finished(id).path("batches").path(0).path("fileId").asText());
    }

    @Test
    void aLargeFileIsStreamedWhole() {
        try (Sandbox own = Sandbox.start(SandboxOptions.defaults().scale(0.04))) {
            own.zuora().burst("Contact", 50_000, Map.of("LastName", "Burst"));
            ZuoraClient user = new ZuoraClient(own);
            List<List<String>> rows = user.rows("select Id, UpdatedDate from Contact where LastName = 'Burst'");

            assertThat(rows).hasSize(50_001);
            assertThat(rows.stream().skip(1).map(row -> row.get(1)).distinct()).hasSize(50_000);
            assertThat(rows.stream().skip(1).map(row -> row.get(2)).distinct()).hasSize(1);
        }
    }

    @Test
    void whatATenantDoesNotHaveByDefaultCanBeSwitchedOn() {
        assertThat(client.refusal("select Id from CreditMemo")).contains("could not be found");
        sandbox.zuora().enable("CreditMemo");
        assertThat(client.submit("select Id from CreditMemo").json().has("id")).isTrue();
    }

    @Test
    void aTrackIdComesBackAndTheRequestIsInTheLog() {
        assertThat(client.get("/v1/describe/Refund", "Zuora-Track-Id", "t-1").header("Zuora-Track-Id"))
                .isEqualTo("t-1");
        assertThat(sandbox.zuora().usage().entries())
                .anyMatch(entry -> "Refund".equals(entry.object()) && entry.status() == 200);
        assertThat(sandbox.usage().requests()).isZero();
    }
}
