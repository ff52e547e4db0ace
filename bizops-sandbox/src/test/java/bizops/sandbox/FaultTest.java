package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.sandbox.Client.Answer;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.SalesforceFault;
import bizops.sandbox.fault.TransportFault;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultTest {
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

    private Answer leads() {
        return client.query("SELECT Id, Name FROM Lead", "Sforce-Query-Options", "batchSize=200");
    }

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE_503, 503, SERVER_UNAVAILABLE",
        "BAD_GATEWAY_502, 502, 502 Bad Gateway",
        "ERROR_500, 500, Please include this ErrorId",
        "EDGE_420, 420, maintenance",
        "TOO_MANY_429, 429, Too many requests",
        "EMPTY_406, 406, ''",
        "HTML_200, 200, <html>",
        "CONCURRENT_LIMIT, 403, ConcurrentRequests (Concurrent API Requests) Limit exceeded."
    })
    void answersInPlaceOfTheApiAtTheGivenRequestsAndThenNoMore(SalesforceFault name, int status, String body) {
        sandbox.fault(Fault.of(name).object("Lead").at(2).count(2));

        assertThat(leads().status()).isEqualTo(200);
        assertThat(client.query("SELECT Id FROM Account LIMIT 1")
                        .json()
                        .path("totalSize")
                        .asInt())
                .isEqualTo(1);
        Answer second = leads();
        assertThat(second.status()).isEqualTo(status);
        assertThat(second.body()).contains(body).doesNotContain("totalSize");
        assertThat(leads().status()).isEqualTo(status);
        assertThat(leads().body()).contains("totalSize");
    }

    @Test
    void anExpiredSessionStaysDeadAndSoDoesItsLocator() {
        String next = leads().json().path("nextRecordsUrl").asText();
        sandbox.fault(Fault.of(SalesforceFault.SESSION_EXPIRED).path("/query/"));

        assertThat(client.get(next).status()).isEqualTo(401);
        assertThat(client.get(next).code()).isEqualTo("INVALID_SESSION_ID");
        client.login();
        assertThat(client.get(next).code()).isEqualTo("INVALID_QUERY_LOCATOR");
        assertThat(leads().status()).isEqualTo(200);
    }

    @Test
    void anInvalidLocatorFailsOnThatPageOnly() {
        String next = leads().json().path("nextRecordsUrl").asText();
        sandbox.fault(Fault.of(SalesforceFault.INVALID_LOCATOR).object("Lead"));

        assertThat(client.get(next).code()).isEqualTo("INVALID_QUERY_LOCATOR");
        assertThat(client.get(next).status()).isEqualTo(200);
    }

    @Test
    void aLocatorDiesAfterTwoDaysAndNeverTakesAnotherPosition() {
        String next = leads().json().path("nextRecordsUrl").asText();
        assertThat(client.get(next.replaceAll("-\\d+$", "-999999")).code()).isEqualTo("INVALID_QUERY_LOCATOR");
        assertThat(client.get(next.replaceAll("-\\d+$", "")).code()).isEqualTo("INVALID_QUERY_LOCATOR");
        for (int hour = 0; hour < 49; hour++) {
            sandbox.advance(Duration.ofHours(1));
            client.get(Client.DATA + "/limits");
        }

        assertThat(client.get(next).code()).isEqualTo("INVALID_QUERY_LOCATOR");
    }

    @Test
    void theQuotaStaysSpentUntilTheFaultIsCleared() {
        sandbox.fault(Fault.of(SalesforceFault.QUOTA_REACHED).at(3));

        assertThat(leads().status()).isEqualTo(200);
        assertThat(leads().status()).isEqualTo(200);
        for (int i = 0; i < 3; i++) {
            assertThat(leads().status()).isEqualTo(403);
            assertThat(leads().message()).isEqualTo("TotalRequests Limit exceeded.");
        }
        sandbox.clearFaults();
        assertThat(leads().status()).isEqualTo(200);
    }

    /** Section 2 of the vendor's facts: the header is approximate, and has two forms. */
    @Test
    void theHeaderOfTheQuotaLagsAndTellsTheAppsPart() {
        int before = used(leads());
        sandbox.fault(Fault.of(SalesforceFault.LIMIT_INFO_LAGS).rows(2));
        sandbox.fault(Fault.of(SalesforceFault.LIMIT_INFO_PER_APP));
        Answer behind = leads();

        assertThat(used(behind)).isEqualTo(before - 1);
        assertThat(limitInfo(behind)).matches("api-usage=\\d+/100000; per-app-api-usage=\\d+/100000\\(appName=.+\\)");
        sandbox.clearFaults();
        assertThat(limitInfo(leads())).isEqualTo("api-usage=" + (before + 2) + "/100000");
    }

    private static String limitInfo(Answer answer) {
        return answer.response().headers().firstValue("Sforce-Limit-Info").orElseThrow();
    }

    private static int used(Answer answer) {
        return Integer.parseInt(limitInfo(answer).replaceAll("api-usage=(\\d+)/.*", "$1"));
    }

    @Test
    void aResetConnectionGivesNoAnswer() {
        sandbox.fault(Fault.of(TransportFault.CONNECTION_RESET).count(5));

        assertThatThrownBy(this::leads).isInstanceOf(UncheckedIOException.class);
        sandbox.clearFaults();
        assertThat(leads().status()).isEqualTo(200);
    }

    @Test
    void aTruncatedBodyEndsBeforeItsLength() {
        sandbox.fault(Fault.of(TransportFault.TRUNCATED_BODY));

        assertThatThrownBy(this::leads).isInstanceOf(UncheckedIOException.class);
        assertThat(leads().status()).isEqualTo(200);
    }

    @Test
    void aStalledAnswerComesLaterThanThePatienceOfTheClient() throws Exception {
        sandbox.fault(Fault.of(TransportFault.STALL).seconds(30));
        HttpClient impatient = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + Client.DATA + "/limits"))
                .header("Authorization", "Bearer " + client.login())
                .timeout(Duration.ofMillis(500))
                .build();

        assertThatThrownBy(() -> impatient.send(request, BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(impatient.send(request, BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTimeoutGoesAwayWhenTheWindowIsShort() {
        sandbox.fault(Fault.of(SalesforceFault.QUERY_TIMEOUT).object("Lead").seconds(3600));
        String from = "SELECT Id FROM Lead WHERE SystemModstamp >= 2026-06-01T00:00:00Z AND SystemModstamp < ";

        assertThat(leads().code()).isEqualTo("QUERY_TIMEOUT");
        assertThat(client.query(from + "2026-06-02T00:00:00Z").message())
                .isEqualTo("Your query request was running for too long.");
        assertThat(client.query(from + "2026-06-01T01:00:00Z").status()).isEqualTo(200);
        assertThat(client.query("SELECT Id FROM Account").status()).isEqualTo(200);
    }

    @Test
    void aHiddenFieldIsAbsentFromDescribeAndRefusedInQueries() {
        assertThat(client.query("SELECT MQL_Date__c FROM Lead").status()).isEqualTo(200);
        sandbox.fault(Fault.of(SalesforceFault.FIELD_HIDDEN).object("Lead").field("MQL_Date__c"));

        assertThat(client.get(Client.DATA + "/sobjects/Lead/describe").body()).doesNotContain("MQL_Date__c");
        assertThat(client.query("SELECT MQL_Date__c FROM Lead").code()).isEqualTo("INVALID_FIELD");
        assertThat(client.query("SELECT Id FROM Lead WHERE MQL_Date__c = null").code())
                .isEqualTo("INVALID_FIELD");
    }

    @Test
    void aHiddenObjectIsGoneEverywhere() {
        sandbox.fault(Fault.of(SalesforceFault.OBJECT_HIDDEN).object("Lead"));

        assertThat(leads().code()).isEqualTo("INVALID_TYPE");
        assertThat(client.get(Client.DATA + "/sobjects/Lead/describe").status()).isEqualTo(404);
        assertThat(client.get(Client.DATA + "/sobjects").body()).doesNotContain("\"name\":\"Lead\"");
    }

    @Test
    void aLateCommitIsStampedNowAndSeenLaterAndHoldsTheCoveredDateBack() {
        String old = sandbox.insert("Account", Map.of("Name", "old", "OwnerId", "005000000000000AAA"));
        sandbox.advance(Duration.ofSeconds(100));
        String stamp = sandbox.now().toString();
        sandbox.fault(Fault.of(SalesforceFault.LATE_COMMIT).count(2));
        String late = sandbox.insert("Account", Map.of("Name", "late", "OwnerId", "005000000000000AAA"));
        sandbox.update("Account", old, Map.of("Name", "new"));
        String soql = "SELECT Name FROM Account WHERE Id IN ('" + old + "','" + late + "')";

        sandbox.advance(Duration.ofSeconds(89));
        client.login();
        assertThat(client.query(soql).body()).contains("\"old\"").doesNotContain("\"late\"");
        assertThat(covered()).isEqualTo(stamp.replace("Z", ".000+0000"));

        sandbox.advance(Duration.ofSeconds(1));
        assertThat(client.query(soql + " AND SystemModstamp = " + stamp).body()).contains("\"new\"", "\"late\"");
        assertThat(covered()).isEqualTo(sandbox.now().toString().replace("Z", ".000+0000"));
    }

    private String covered() {
        String start = sandbox.now().minusSeconds(600).toString();
        return client.get(Client.DATA + "/sobjects/Account/updated?start=" + start + "&end="
                        + sandbox.now().plusSeconds(60))
                .json()
                .path("latestDateCovered")
                .asText();
    }

    @Test
    void theTokenEndpointFailsOnlyWhereAFaultNamesItsPath() {
        sandbox.fault(Fault.of(TransportFault.CONNECTION_RESET));
        assertThat(client.token("grant_type=magic").status()).isEqualTo(400);
        sandbox.clearFaults();
        sandbox.fault(Fault.of(SalesforceFault.UNAVAILABLE_503).path("/oauth2/token"));

        assertThat(client.token("grant_type=magic").status()).isEqualTo(503);
        assertThat(client.token("grant_type=magic").status()).isEqualTo(400);
    }

    @Test
    void aFaultStrikesAsOftenAsItIsLikelyAndTheSameWayEachTime() {
        List<Integer> first = statuses("{\"name\":\"unavailable-503\",\"count\":40,\"percent\":30}");
        List<Integer> second = statuses("{\"name\":\"unavailable-503\",\"count\":40,\"percent\":30}");

        assertThat(first).contains(200).filteredOn(status -> status == 503).hasSizeBetween(4, 24);
        assertThat(second).isEqualTo(first);
    }

    private List<Integer> statuses(String fault) {
        client.post("/__sandbox/faults", fault);
        List<Integer> statuses =
                Stream.generate(() -> leads().status()).limit(40).toList();
        sandbox.clearFaults();
        return statuses;
    }

    @Test
    void faultsAreArmedAndClearedOverHttp() {
        assertThat(client.post("/__sandbox/faults", "{\"name\":\"unavailable-503\",\"count\":1}")
                        .status())
                .isEqualTo(200);
        assertThat(leads().status()).isEqualTo(503);
        assertThat(client.post("/__sandbox/faults", "{\"name\":\"nonsense\"}")
                        .json()
                        .path("error")
                        .asText())
                .contains("no fault \"nonsense\"; there are: connection-reset");
        assertThat(client.post("/__sandbox/faults", "{\"name\":\"stall\",\"speed\":1}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aFaultReadsFromTheCommandLineForm() {
        assertThat(Fault.parse("query-timeout:object=Lead,seconds=60,at=2,count=5"))
                .isEqualTo(Fault.of(SalesforceFault.QUERY_TIMEOUT)
                        .object("Lead")
                        .seconds(60)
                        .at(2)
                        .count(5));
        assertThatThrownBy(() -> Fault.parse("field-hidden")).hasMessageContaining("needs object and field");
    }
}
