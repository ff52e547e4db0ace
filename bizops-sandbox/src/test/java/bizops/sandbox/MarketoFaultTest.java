package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.sandbox.MarketoClient.Answer;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.MarketoFault;
import bizops.sandbox.fault.TransportFault;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The faults of section 13 of the vendor notes, each by its name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarketoFaultTest {
    private static final String LEADS = "{\"fields\":[\"id\",\"email\",\"state\"],\"filter\":{\"createdAt\":"
            + "{\"startAt\":\"2026-06-01T00:00:00Z\",\"endAt\":\"2026-06-30T23:59:59Z\"}}}";
    private static final String BY_UPDATE = LEADS.replace("createdAt", "updatedAt");

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.04));
    private final MarketoClient client = new MarketoClient(sandbox);

    @BeforeEach
    void clear() {
        sandbox.clearFaults();
        client.login();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private void arm(MarketoFault name) {
        sandbox.fault(Fault.of(name));
    }

    private Answer partitions() {
        return client.get("/rest/v1/leads/partitions.json");
    }

    @ParameterizedTest
    @CsvSource({
        "ACCESS_DENIED_603, 603, Access denied",
        "TIMED_OUT_604, 604, Request timed out",
        "RATE_LIMIT_606, 606, Max rate limit '100' exceeded with in '20' secs",
        "DAILY_QUOTA_607, 607, Max daily quota '50000' exceeded",
        "UNAVAILABLE_608, 608, API Temporarily Unavailable",
        "SYSTEM_ERROR_611, 611, System error",
        "INVALID_SUBSCRIPTION_614, 614, Invalid Subscription",
        "CONCURRENT_LIMIT_615, 615, Concurrent access limit '10' reached",
        "TRANSIENT_713, 713, Transient Error",
        "GATEWAY_BODY_502, 502, Bad Gateway"
    })
    void aCodeIsAnsweredInPlaceOfTheApiSoOftenAsUsual(MarketoFault name, String code, String message) {
        sandbox.fault(Fault.of(name).object("partitions").at(2));

        assertThat(partitions().result()).hasSize(2);
        assertThat(client.get("/rest/v1/lists.json").result()).isNotEmpty();
        Answer failed = partitions();
        assertThat(failed.status()).isEqualTo(200);
        assertThat(failed.code()).isEqualTo(code);
        assertThat(failed.message()).isEqualTo(message);
    }

    @Test
    void aCodeMaySayOtherWordsForTheyDifferBetweenInstances() {
        sandbox.fault(Fault.parse("marketo-daily-quota-607:message=Daily quota reached,count=1"));

        Answer failed = partitions();
        assertThat(failed.code()).isEqualTo("607");
        assertThat(failed.message()).isEqualTo("Daily quota reached");
    }

    @ParameterizedTest
    @CsvSource({"BAD_GATEWAY_502, 502, nginx", "HTML_503, 503, <h1>503", "FORBIDDEN_403, 403, Forbidden"})
    void aBareStatusIsAnswered(MarketoFault name, int status, String body) {
        arm(name);

        Answer failed = partitions();
        assertThat(failed.status()).isEqualTo(status);
        assertThat(failed.body()).contains(body);
    }

    @ParameterizedTest
    @CsvSource({"TOKEN_INVALID_601, 601", "TOKEN_EXPIRED_602, 602"})
    void aTokenThatDiesStaysDeadAndTheNextLogInGivesAnother(MarketoFault name, String code) {
        arm(name);
        String old = client.login();

        assertThat(partitions().code()).isEqualTo(code);
        assertThat(partitions().code()).isEqualTo(code);
        assertThat(client.login()).isNotEqualTo(old);
        assertThat(partitions().result()).hasSize(2);
    }

    @Test
    void aTokenMayBeAlmostOverSeveralTimesInARow() {
        String old = client.login();
        sandbox.fault(Fault.of(MarketoFault.TOKEN_ALMOST_EXPIRED).count(2));
        String form =
                "grant_type=client_credentials&client_id=" + sandbox.marketo().clientId() + "&client_secret="
                        + sandbox.marketo().clientSecret();

        for (int i = 0; i < 2; i++) {
            JsonNode token = client.identity(form).json();
            assertThat(token.path("expires_in").asInt()).isEqualTo(1);
            assertThat(token.path("access_token").asText()).isEqualTo(old);
        }
        JsonNode token = client.identity(form).json();
        assertThat(token.path("access_token").asText()).isNotEqualTo(old);
        assertThat(token.path("expires_in").asInt()).isEqualTo(3599);
    }

    @ParameterizedTest
    @CsvSource({"IDENTITY_401, 401", "IDENTITY_502, 502", "IDENTITY_WITHOUT_TOKEN, 200"})
    void aLogInFails(MarketoFault name, int status) {
        arm(name);

        Answer failed = client.identity("grant_type=client_credentials");
        assertThat(failed.status()).isEqualTo(status);
        assertThat(failed.body()).doesNotContain("access_token");
    }

    @Test
    void theThreeMeaningsOf1029AreToldByText() {
        String id = client.create("leads", LEADS).first().path("exportId").asText();
        arm(MarketoFault.QUEUE_FULL_1029);
        assertThat(client.job("leads", id, "enqueue").message()).isEqualTo("Too many jobs in queue");
        sandbox.fault(Fault.of(MarketoFault.EXPORT_QUOTA_1029).path("enqueue"));
        assertThat(client.create("leads", LEADS).code()).isEmpty();
        assertThat(client.job("leads", id, "enqueue").message()).isEqualTo("Export daily quota 500MB exceeded.");
        sandbox.clearFaults();
        arm(MarketoFault.ALREADY_QUEUED_1029);
        assertThat(client.job("leads", id, "enqueue").message()).isEqualTo("Job already queued");
        assertThat(client.job("leads", id, "status").first().path("status").asText())
                .isEqualTo("Processing");
    }

    @Test
    void aSubscriptionMayNotFilterByUpdateAndMayHideAField() {
        arm(MarketoFault.UPDATED_AT_UNSUPPORTED_1035);
        assertThat(client.create("leads", BY_UPDATE).message())
                .isEqualTo("Unsupported filter type for target subscription: updatedAt");
        assertThat(client.create("leads", LEADS).code()).isEmpty();
        sandbox.fault(Fault.of(MarketoFault.INVALID_FIELDS_1003).field("state"));
        assertThat(client.create("leads", LEADS).message()).isEqualTo("Invalid fields [state]");
        assertThat(client.create("leads", LEADS.replace(",\"state\"", "")).code())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"JOB_FAILED, Failed", "JOB_CANCELLED, Cancelled", "JOB_CANCELED, Canceled"})
    void aJobEndsWithoutAFile(MarketoFault name, String status) {
        String id = client.create("leads", LEADS).first().path("exportId").asText();
        client.job("leads", id, "enqueue");
        sandbox.fault(Fault.of(name).at(2));

        assertThat(client.job("leads", id, "status").first().path("status").asText())
                .isEqualTo("Processing");
        assertThat(client.job("leads", id, "status").first().path("status").asText())
                .isEqualTo(status);
        assertThat(client.job("leads", id, "status").first().path("status").asText())
                .isEqualTo(status);
        assertThat(client.job("leads", id, "file").status()).isEqualTo(404);
    }

    @Test
    void aCompletedJobFailsNoMore() {
        String id = client.complete("leads", LEADS);
        arm(MarketoFault.JOB_FAILED);

        assertThat(client.job("leads", id, "status").first().path("status").asText())
                .isEqualTo("Completed");
        assertThat(client.job("leads", id, "file").status()).isEqualTo(200);
    }

    @Test
    void aJobMayBeStuckOrForgotten() {
        String id = client.create("leads", LEADS).first().path("exportId").asText();
        client.job("leads", id, "enqueue");
        arm(MarketoFault.JOB_STUCK);
        for (int i = 0; i < 4; i++) {
            assertThat(client.job("leads", id, "status").first().path("status").asText())
                    .isEqualTo("Queued");
        }
        sandbox.clearFaults();
        arm(MarketoFault.JOB_EXPIRED);
        assertThat(client.job("leads", id, "status").code()).isEqualTo("1013");
        assertThat(client.get("/bulk/v1/leads/export.json").result().findValuesAsText("exportId"))
                .doesNotContain(id);
    }

    @Test
    void aFileMayBeAnErrorOrGoneOrOfAnotherChecksumOrSize() {
        String id = client.complete("leads", LEADS);
        String whole = client.job("leads", id, "file").body();
        arm(MarketoFault.FILE_JSON_ERROR);
        assertThat(client.job("leads", id, "file").code()).isEqualTo("611");
        arm(MarketoFault.FILE_NOT_FOUND_404);
        assertThat(client.job("leads", id, "file").status()).isEqualTo(404);
        assertThat(client.job("leads", id, "file").body()).isEqualTo(whole);
        arm(MarketoFault.FILE_WRONG_CHECKSUM);
        String other = client.complete("leads", LEADS);
        assertThat(client.job("leads", other, "status")
                        .first()
                        .path("fileChecksum")
                        .asText())
                .isEqualTo("sha256:" + "0".repeat(64));
        arm(MarketoFault.FILE_WRONG_SIZE);
        String third = client.complete("leads", LEADS);
        Answer file = client.job("leads", third, "file");
        assertThat(client.job("leads", third, "status").first().path("fileSize").asInt())
                .isEqualTo(file.response().body().length + 1);
    }

    @Test
    void aFileMayIgnoreTheRangeTrickleOrBreakOff() {
        String id = client.complete("leads", LEADS);
        String path = "/bulk/v1/leads/export/" + id + "/file.json";
        byte[] whole = client.get(path).response().body();
        arm(MarketoFault.RANGE_IGNORED);
        assertThat(client.get(path, "Range", "bytes=3-").status()).isEqualTo(200);
        arm(MarketoFault.FILE_TRICKLE);
        assertThat(client.get(path).response().body()).isEqualTo(whole);
        sandbox.fault(Fault.of(TransportFault.TRUNCATED_BODY).path("/file.json"));
        assertThatThrownBy(() -> client.get(path)).isInstanceOf(UncheckedIOException.class);
        sandbox.fault(Fault.of(TransportFault.CONNECTION_RESET).object("leads").count(5));
        assertThatThrownBy(() -> client.get(path)).isInstanceOf(UncheckedIOException.class);
        sandbox.clearFaults();
        assertThat(client.get(path).response().body()).isEqualTo(whole);
    }

    @Test
    void rowsMayComeTwiceNullsInQuotesAndAttributesUnannounced() {
        List<String> once = client.extract("leads", LEADS).lines().toList();
        arm(MarketoFault.ROWS_TWICE);
        assertThat(client.extract("leads", LEADS).lines()).hasSize(once.size() * 2 - 1);
        arm(MarketoFault.QUOTED_NULL);
        String middle = LEADS.replace("state", "middleName");
        assertThat(client.extract("leads", middle)).contains(",\"null\"\n").doesNotContain(",null\n");
        assertThat(client.extract("leads", middle)).contains(",null\n").doesNotContain("\"null\"");
        arm(MarketoFault.UNKNOWN_ATTRIBUTE);
        String window = LEADS.substring(LEADS.indexOf("\"filter\""));
        assertThat(client.extract("activities", "{" + window)).contains("\"\"Surprise\"\":[\"\"new\"\",1]}");
    }

    @Test
    void pagesMayBeEmptyWithMoreToComeOrWithoutResult() {
        String token = client.get("/rest/v1/activities/pagingtoken.json?sinceDatetime=2026-06-01T00:00:00Z")
                .json()
                .path("nextPageToken")
                .asText();
        String path = "/rest/v1/activities.json?activityTypeIds=1,104&nextPageToken=" + token;
        JsonNode usual = client.get(path).json();
        arm(MarketoFault.EMPTY_PAGES);
        for (int i = 0; i < 3; i++) {
            JsonNode page = client.get(path).json();
            assertThat(page.path("result")).isEmpty();
            assertThat(page.path("moreResult").asBoolean()).isTrue();
        }
        assertThat(client.get(path).result()).isEqualTo(usual.path("result"));
        arm(MarketoFault.RESULT_ABSENT);
        assertThat(client.get(path.replace("1,104", "100001")).json().has("result"))
                .isFalse();
        arm(MarketoFault.SHORT_PAGE);
        assertThat(client.get(path).result().size())
                .isLessThan(usual.path("result").size());
        arm(MarketoFault.PAGE_TOKEN_EXPIRED);
        assertThat(client.get(path).code()).isEqualTo("1003");
        arm(MarketoFault.PAGE_TOKEN_REPEATED);
        assertThat(client.get(path).json().path("nextPageToken").asText()).isEqualTo(token);
        arm(MarketoFault.ID_ABSENT);
        assertThat(client.get(path).first().has("id")).isFalse();
        sandbox.clearFaults();
        arm(MarketoFault.LARGE_ID);
        assertThat(client.get(path).first().path("id").asLong()).isGreaterThan(Integer.MAX_VALUE);
    }

    @Test
    void assetsMayDriftAndTypeNamesBeSpelledWithACapital() {
        String path = "/rest/asset/v1/programs.json?maxReturn=5&offset=";
        String last = client.get(path + 0).result().path(4).path("id").asText();
        arm(MarketoFault.OFFSET_DRIFT);
        assertThat(client.get(path + 5).first().path("id").asText()).isEqualTo(last);
        assertThat(client.get(path + 5).first().path("id").asText()).isNotEqualTo(last);
        arm(MarketoFault.CAPITAL_TYPE_NAME);
        assertThat(client.get("/rest/v1/activities/types.json").body())
                .contains("\"dataType\":\"Integer\"")
                .doesNotContain("\"dataType\":\"integer\"");
    }

    @Test
    void aDeletionMayBeToldTwice() {
        long lead = sandbox.marketo().insertLead(Map.of("email", "twice@b.example"));
        sandbox.marketo().deleteLead(lead);
        String token = client.get("/rest/v1/activities/pagingtoken.json?sinceDatetime=2026-06-30T11:59:00Z")
                .json()
                .path("nextPageToken")
                .asText();
        String path = "/rest/v1/activities/deletedleads.json";
        List<String> once = leads(client.pages(path, token));
        arm(MarketoFault.DELETION_TWICE);

        assertThat(once).containsOnlyOnce(Long.toString(lead));
        assertThat(leads(client.pages(path, token))).hasSize(once.size() * 2).contains(Long.toString(lead));
    }

    private static List<String> leads(List<JsonNode> items) {
        return items.stream().map(item -> item.path("leadId").asText()).toList();
    }

    @Test
    void anyRequestMayFailAtRandomTheSameWayForTheSameSeed() {
        List<String> first = codes(5);

        assertThat(first).contains("606", "").hasSize(40);
        assertThat(codes(5)).isEqualTo(first);
        assertThat(codes(6)).isNotEqualTo(first);
    }

    private List<String> codes(long seed) {
        sandbox.clearFaults();
        sandbox.faultsAtRandom(seed, 0.3, Set.of(MarketoFault.RATE_LIMIT_606, MarketoFault.TRANSIENT_713));
        return IntStream.range(0, 40).mapToObj(i -> partitions().code()).toList();
    }

    @Test
    void everyFaultHasANameOfTheVendorAndCanBeArmedByIt() {
        assertThat(Arrays.stream(MarketoFault.values()))
                .allMatch(name -> name.text().startsWith("marketo-"))
                .allMatch(name -> Fault.parse(name.text() + ":field=x").name() == name);
    }
}
