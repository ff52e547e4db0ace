package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Client.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.12));
    private final Client client = new Client(sandbox);

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.url() + path));
    }

    @Test
    void givesATokenForABasicHeaderWithoutAnExpiry() {
        String pair = sandbox.clientId() + ":" + sandbox.clientSecret();
        Answer answer = client.send(anonymous("/services/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("instance_url").asText()).isEqualTo(sandbox.url());
        assertThat(answer.json().path("access_token").asText()).startsWith("00D");
        assertThat(answer.json().path("issued_at").isTextual()).isTrue();
        assertThat(answer.json().has("expires_in")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=client_credentials&client_id=ID&client_secret=wrong, invalid_client, invalid client credentials",
        "grant_type=client_credentials&client_id=wrong&client_secret=SECRET, invalid_client_id, client identifier invalid",
        "grant_type=refresh_token&client_id=ID&refresh_token=old, invalid_grant, expired access/refresh token",
        "grant_type=password&client_id=ID&client_secret=SECRET&username=u&password=p, invalid_grant, authentication failure",
        "grant_type=magic, unsupported_grant_type, grant type not supported",
        "client_id=ID, unsupported_grant_type, grant type not supported"
    })
    void refusesATokenWithAnObject(String form, String error, String description) {
        Answer answer = client.token(form.replace("ID", sandbox.clientId()).replace("SECRET", sandbox.clientSecret()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isEqualTo(error);
        assertThat(answer.json().path("error_description").asText()).isEqualTo(description);
    }

    @Test
    void takesARefreshToken() {
        assertThat(client.token("grant_type=refresh_token&client_id=" + sandbox.clientId() + "&refresh_token="
                                + sandbox.refreshToken())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"'', INVALID_SESSION_ID", "Bearer 00Dx!no, INVALID_SESSION_ID", "Nonsense abc, INVALID_AUTH_HEADER"})
    void asksForASession(String header, String code) {
        HttpRequest.Builder request = anonymous(Client.DATA + "/sobjects");
        if (!header.isEmpty()) {
            request.header("Authorization", header);
        }
        Answer answer = client.send(request);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void listsVersionsToAnybodyAndRefusesOldOnes() {
        JsonNode versions = client.send(anonymous("/services/data")).json();

        assertThat(versions).anySatisfy(version -> {
            assertThat(version.path("version").asText()).isEqualTo("64.0");
            assertThat(version.path("label").asText()).isEqualTo("Summer '25");
        });
        assertThat(client.get("/services/data/v30.0/sobjects").status()).isEqualTo(410);
        assertThat(client.get("/services/data/v31.0/sobjects").status()).isEqualTo(200);
        assertThat(client.get("/services/data/v99.0/sobjects").status()).isEqualTo(404);
        assertThat(client.get(Client.DATA + "/nothing").code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void describesObjectsAndAnswers304ToAKnownEtag() {
        Answer answer = client.get(Client.DATA + "/sobjects/Opportunity/describe");
        JsonNode amount = StreamSupport.stream(answer.json().path("fields").spliterator(), false)
                .filter(field -> field.path("name").asText().equals("Amount"))
                .findFirst()
                .orElseThrow();
        String etag = answer.response().headers().firstValue("ETag").orElseThrow();

        assertThat(amount.path("type").asText()).isEqualTo("currency");
        assertThat(amount.path("precision").asInt()).isEqualTo(18);
        assertThat(amount.path("scale").asInt()).isEqualTo(2);
        assertThat(amount.path("soapType").asText()).isEqualTo("xsd:double");
        assertThat(client.get(Client.DATA + "/sobjects/Opportunity/describe", "If-None-Match", etag)
                        .status())
                .isEqualTo(304);
        assertThat(client.get(Client.DATA + "/sobjects/Nope/describe").status()).isEqualTo(404);
    }

    @Test
    void everyQueryableObjectCanBeReadWithAllItsDescribedFields() {
        for (JsonNode object : client.get(Client.DATA + "/sobjects").json().path("sobjects")) {
            String name = object.path("name").asText();
            if (object.path("queryable").asBoolean()) {
                JsonNode described = client.get(Client.DATA + "/sobjects/" + name + "/describe")
                        .json();
                String fields = StreamSupport.stream(described.path("fields").spliterator(), false)
                        .map(field -> field.path("name").asText())
                        .collect(Collectors.joining(","));
                assertThat(client.query("SELECT " + fields + " FROM " + name + " LIMIT 5")
                                .status())
                        .as(name)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void aBatchOfDescribesReportsEachResultByItself() {
        JsonNode batch = client.post(
                        Client.DATA + "/composite/batch",
                        "{\"batchRequests\":[{\"method\":\"GET\",\"url\":\"" + Client.DATA
                                + "/sobjects/Lead/describe\"},{\"method\":\"GET\",\"url\":\"v64.0/sobjects/Nope/describe\"}]}")
                .json();

        assertThat(batch.path("hasErrors").asBoolean()).isTrue();
        assertThat(batch.at("/results/0/result/name").asText()).isEqualTo("Lead");
        assertThat(batch.at("/results/1/statusCode").asInt()).isEqualTo(404);
        assertThat(batch.at("/results/1/result/0/errorCode").asText()).isEqualTo("NOT_FOUND");
        String many = IntStream.range(0, 26)
                .mapToObj(i -> "{\"method\":\"GET\",\"url\":\"v64.0/limits\"}")
                .collect(Collectors.joining(","));
        assertThat(client.post(Client.DATA + "/composite/batch", "{\"batchRequests\":[" + many + "]}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post(Client.DATA + "/composite/batch", "{").code()).isEqualTo("JSON_PARSER_ERROR");
    }

    @Test
    void countsCallsInHeaderLimitsAndLog() {
        int before = sandbox.usage().calls();
        String info = client.get(Client.DATA + "/sobjects")
                .response()
                .headers()
                .firstValue("Sforce-Limit-Info")
                .orElseThrow();

        assertThat(info).isEqualTo("api-usage=" + (before + 1) + "/100000");
        assertThat(client.get(Client.DATA + "/limits")
                        .json()
                        .at("/DailyApiRequests/Remaining")
                        .asInt())
                .isEqualTo(100_000 - before - 2);
        client.send(anonymous("/services/data"));
        assertThat(sandbox.usage().calls()).isEqualTo(before + 2);
        assertThat(client.get("/__sandbox/log").json().path("api_calls").asInt())
                .isEqualTo(before + 2);
    }

    @Test
    void recordCountsAreThoseOfLiveRows() {
        JsonNode counts = client.get(Client.DATA + "/limits/recordCount?sObjects=Lead,Account")
                .json();

        assertThat(counts.path("sObjects"))
                .hasSize(2)
                .allSatisfy(count -> assertThat(count.path("count").asInt())
                        .isEqualTo(client.query("SELECT COUNT() FROM "
                                        + count.path("name").asText())
                                .json()
                                .path("totalSize")
                                .asInt()));
    }

    @Test
    void queryHidesDeletedAndArchivedRowsAndQueryAllShowsThem() {
        for (String object : List.of("Lead", "Task")) {
            List<String> all = sandbox.truth(object).stream()
                    .filter(row -> row.get("_gone_at") == null)
                    .map(row -> String.valueOf(row.get("Id")))
                    .toList();
            long hidden = sandbox.truth(object).stream()
                    .filter(row ->
                            Boolean.TRUE.equals(row.get("IsDeleted")) || Boolean.TRUE.equals(row.get("IsArchived")))
                    .count();

            assertThat(hidden).isPositive();
            assertThat(client.queryAll("SELECT COUNT() FROM " + object)
                            .json()
                            .path("totalSize")
                            .asInt())
                    .isEqualTo(all.size());
            assertThat(client.query("SELECT COUNT() FROM " + object)
                            .json()
                            .path("totalSize")
                            .asLong())
                    .isEqualTo(all.size() - hidden);
        }
    }

    @Test
    void refusesTooLongAddressesAndHeadersInHtml() {
        Answer longAddress = client.query("SELECT Id FROM Lead WHERE Email = '" + "x".repeat(17_000) + "'");
        Answer longHeader = client.get(Client.DATA + "/sobjects", "X-Padding", "x".repeat(17_000));

        assertThat(longAddress.status()).isEqualTo(414);
        assertThat(longAddress.body()).contains("<h1>Bad Message 414</h1><pre>reason: URI Too Long</pre>");
        assertThat(longHeader.status()).isEqualTo(431);
        assertThat(longHeader.body())
                .contains("<h1>Bad Message 431</h1><pre>reason: Request Header Fields Too Large</pre>");
    }

    @Test
    void compressesWhenAsked() {
        Answer plain = client.get(Client.DATA + "/sobjects");
        Answer packed = client.get(Client.DATA + "/sobjects", "Accept-Encoding", "gzip");

        assertThat(plain.response().headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(packed.response().headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.response()
                        .headers()
                        .firstValueAsLong("Content-Length")
                        .orElseThrow())
                .isLessThan(plain.body().length() / 2);
    }

    @Test
    void readsOneRowById() {
        String id = String.valueOf(sandbox.truth("User").get(0).get("Id"));

        assertThat(client.get(Client.DATA + "/sobjects/User/" + id)
                        .json()
                        .path("Id")
                        .asText())
                .isEqualTo(id);
        assertThat(client.get(Client.DATA + "/sobjects/User/005000000000000AAA").status())
                .isEqualTo(404);
    }

    @Test
    void refusesMethodsThatWouldWrite() {
        assertThat(client.post(Client.DATA + "/sobjects/Lead", "{}").code()).isEqualTo("METHOD_NOT_ALLOWED");
    }
}
