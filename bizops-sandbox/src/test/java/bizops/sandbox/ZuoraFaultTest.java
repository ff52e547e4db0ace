package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.sandbox.ZuoraClient.Answer;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.TransportFault;
import bizops.sandbox.fault.ZuoraFault;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies by the vendor's pages on error codes and rate limits, and by what connectors have met. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZuoraFaultTest {
    private static final String ACCOUNTS = "select Id, Name, UpdatedDate from Account";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.12));
    private final ZuoraClient client = new ZuoraClient(sandbox);

    @BeforeEach
    void clear() {
        sandbox.clearFaults();
        client.login();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private static Fault fault(ZuoraFault name) {
        return Fault.of(name);
    }

    private JsonNode job(String query) {
        return client.finished(client.submit(query).json().path("id").asText());
    }

    private Answer file(JsonNode job) {
        return client.get(
                "/v1/files/" + job.path("batches").path(0).path("fileId").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORIZED_401, 401, 90000011",
        "FORBIDDEN_403, 403, 50000010",
        "BARE_429, 429, ''",
        "RATE_LIMIT_429, 429, request exceeded limit",
        "CONCURRENT_LIMIT_429, 429, 50000070",
        "ERROR_500, 500, SystemError",
        "BAD_GATEWAY_502, 502, <HTML>",
        "UNAVAILABLE_503, 503, <HTML>",
        "TIMEOUT_504, 504, <HTML>",
        "LOCKED_50, 200, 50000050",
        "TEMPORARY_61, 200, 50000061"
    })
    void answersInPlaceOfTheApiAtTheGivenRequest(ZuoraFault name, int status, String body) {
        sandbox.fault(fault(name).object("Account").at(2));

        assertThat(client.get("/v1/describe/Account").body()).contains("<fields>");
        assertThat(client.get("/v1/describe/Contact").body()).contains("<fields>");
        Answer second = client.get("/v1/describe/Account");
        assertThat(second.status()).isEqualTo(status);
        assertThat(second.body()).contains(body).doesNotContain("<fields>");
        assertThat(client.get("/v1/describe/Account").body()).contains("<fields>");
    }

    @Test
    void limitsSayHowLongToWait() {
        sandbox.fault(fault(ZuoraFault.RATE_LIMIT_429).seconds(7));
        Answer limited = client.get("/v1/describe");
        assertThat(limited.header("ratelimit-remaining")).isEqualTo("0");
        assertThat(limited.header("ratelimit-reset")).isEqualTo("7");

        sandbox.clearFaults();
        sandbox.fault(fault(ZuoraFault.CONCURRENT_LIMIT_429).seconds(3));
        assertThat(client.get("/v1/describe").header("Retry-After")).isEqualTo("3");
        assertThat(client.get("/v1/describe").header("ratelimit-limit")).contains("50000;w=60");
    }

    @Test
    void anExpiredTokenStaysDeadUntilTheNextLogin() {
        sandbox.fault(fault(ZuoraFault.TOKEN_EXPIRED).path("/jobs/"));
        String id = client.submit(ACCOUNTS).json().path("id").asText();

        assertThat(client.poll(id).status()).isEqualTo(401);
        assertThat(client.poll(id).status()).isEqualTo(401);
        client.login();
        assertThat(client.finished(id).path("status").asText()).isEqualTo("completed");
    }

    @Test
    void shortTokensDieAfterAMinute() {
        try (Sandbox own = Sandbox.start(SandboxOptions.defaults().scale(0.04))) {
            own.fault(fault(ZuoraFault.SHORT_TOKENS));
            ZuoraClient user = new ZuoraClient(own);
            own.advance(Duration.ofSeconds(59));
            assertThat(user.get("/v1/describe").status()).isEqualTo(200);
            own.advance(Duration.ofSeconds(1));
            assertThat(user.get("/v1/describe").status()).isEqualTo(401);
        }
    }

    @Test
    void usersOfSeveralEntitiesNameOne() {
        sandbox.fault(fault(ZuoraFault.ENTITY_REQUIRED));

        assertThat(client.get("/v1/describe").reason()).isEqualTo(90000020);
        Answer named = client.get("/v1/describe", "Zuora-Entity-Ids", "1a2b7a37-3e7d-4cb3-b0e2-883de9e766cc");
        assertThat(named.status()).isEqualTo(200);
    }

    @Test
    void theServersClockMayGoWrong() {
        sandbox.fault(fault(ZuoraFault.CLOCK_SKEW));

        assertThat(client.get("/v1/describe").header("Date")).isEqualTo("Tue, 30 Jun 2026 12:10:00 GMT");
    }

    @Test
    void aStuckJobGoesOnLater() {
        sandbox.fault(fault(ZuoraFault.JOB_STUCK).count(3));
        String id = client.submit(ACCOUNTS).json().path("id").asText();

        for (int i = 0; i < 3; i++) {
            assertThat(client.poll(id).json().path("status").asText()).isEqualTo("submitted");
        }
        assertThat(client.finished(id).path("status").asText()).isEqualTo("completed");
    }

    @ParameterizedTest
    @CsvSource({"JOB_ABORTED, aborted, ''", "JOB_ERROR_90022, error, 90022", "JOB_TOO_LONG_90027, error, 90027"})
    void aJobMayFail(ZuoraFault name, String status, String code) {
        sandbox.fault(fault(name).object("Account"));
        JsonNode job = job(ACCOUNTS);

        assertThat(job.path("status").asText()).isEqualTo(status);
        assertThat(job.path("errorCode").asText()).isEqualTo(code);
        assertThat(job.path("batches").path(0).path("message").asText()).isNotEmpty();
        assertThat(job.path("batches").path(0).has("fileId")).isFalse();
        assertThat(job("select Id from Contact").path("status").asText()).isEqualTo("completed");
    }

    @Test
    void aQueryOverAShortTimeDoesNotRunTooLong() {
        sandbox.fault(fault(ZuoraFault.JOB_TOO_LONG_90027).seconds(3600));
        String narrow = ACCOUNTS + " where UpdatedDate >= '2026-06-01T00:00:00Z' and UpdatedDate < '2026-06-01T0";

        assertThat(job(narrow + "1:00:00Z'").path("status").asText()).isEqualTo("completed");
        assertThat(job(narrow + "1:00:01Z'").path("status").asText()).isEqualTo("error");
        assertThat(job(ACCOUNTS + " order by Id limit 10").path("status").asText())
                .isEqualTo("completed");
    }

    @ParameterizedTest
    @CsvSource({"SUBMIT_90022, 90022", "SUBMIT_90028, 90028"})
    void aJobMayBeRefusedForNow(ZuoraFault name, String code) {
        sandbox.fault(fault(name));

        assertThat(client.submit(ACCOUNTS).json().path("errorCode").asText()).isEqualTo(code);
        assertThat(client.submit(ACCOUNTS).json().has("id")).isTrue();
    }

    @Test
    void olderTenantsRunFiveJobsAtOnce() {
        sandbox.fault(fault(ZuoraFault.FIVE_JOBS));
        List<String> ids = new java.util.ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(client.submit(ACCOUNTS).json().path("id").asText());
        }
        assertThat(client.submit(ACCOUNTS).json().path("errorCode").asText()).isEqualTo("90028");
        ids.forEach(client::finished);
        assertThat(client.submit(ACCOUNTS).json().has("id")).isTrue();
    }

    @Test
    void aCompletedJobMayHoldABatchWithoutAFile() {
        sandbox.fault(fault(ZuoraFault.BATCH_WITHOUT_FILE).object("Contact"));
        JsonNode job = client.finished(client.submit(ACCOUNTS, "select Id from Contact")
                .json()
                .path("id")
                .asText());

        assertThat(job.path("status").asText()).isEqualTo("completed");
        assertThat(job.path("batches").path(0).has("fileId")).isTrue();
        assertThat(job.path("batches").path(1).has("fileId")).isFalse();
    }

    @Test
    void segmentsEachHaveAHeaderAndTogetherAllRows() {
        sandbox.fault(fault(ZuoraFault.SEGMENTS));
        JsonNode batch = job("select Id from Contact").path("batches").path(0);
        Set<String> ids = new HashSet<>();
        StreamSupport.stream(batch.path("segments").spliterator(), false)
                .map(file ->
                        StrictCsv.parse(client.get("/v1/files/" + file.asText()).body()))
                .forEach(rows -> {
                    assertThat(rows.get(0)).containsExactly("Contact.Deleted", "Contact.Id");
                    rows.subList(1, rows.size()).forEach(row -> ids.add(row.get(1)));
                });

        assertThat(batch.path("segments")).hasSize(3);
        assertThat(batch.has("fileId")).isFalse();
        assertThat(ids).hasSize(sandbox.zuora().truth("Contact").size());
    }

    @Test
    void aCountMayBeWrongAndAFileShorterThanItsCount() {
        int rows = sandbox.zuora().truth("Account").size();
        sandbox.fault(fault(ZuoraFault.WRONG_COUNT));
        assertThat(job(ACCOUNTS).path("batches").path(0).path("recordCount").asInt())
                .isEqualTo(rows + 1);

        sandbox.fault(fault(ZuoraFault.FILE_CUT));
        JsonNode job = job(ACCOUNTS);
        assertThat(StrictCsv.parse(file(job).body())).hasSize(rows / 2 + 1);
        assertThat(StrictCsv.parse(file(job).body())).hasSize(rows + 1);
    }

    @Test
    void aGzipFileMayEndBeforeItsTrailer() {
        sandbox.fault(fault(ZuoraFault.GZIP_TRAILER_MISSING));
        JsonNode job = client.finished(
                client.submitAs("gzip", ACCOUNTS).json().path("id").asText());

        Answer cut = file(job);
        assertThatThrownBy(cut::gunzipped).isInstanceOf(UncheckedIOException.class);
        assertThat(file(job).gunzipped()).startsWith("Account.Deleted,Account.Id");
        assertThat(file(job).header("Content-Type")).isEqualTo("application/x-gzip");
    }

    @Test
    void aFileMayBePurgedBeforeItIsFetched() {
        sandbox.fault(fault(ZuoraFault.FILE_PURGED));
        JsonNode job = job(ACCOUNTS);

        assertThat(file(job).status()).isEqualTo(404);
        assertThat(file(job).status()).isEqualTo(404);
        assertThat(file(job(ACCOUNTS)).status()).isEqualTo(200);
    }

    @Test
    void aFileIsTooLargeUntilItsQueryLooksAtLessTime() {
        sandbox.fault(fault(ZuoraFault.FILE_TOO_LARGE).seconds(86_400));

        Answer large = file(job(ACCOUNTS));
        assertThat(large.status()).isEqualTo(403);
        assertThat(large.body()).isEqualTo("<security:max-object-size>2047MB</security:max-object-size>");
        assertThat(file(job(ACCOUNTS + " where UpdatedDate >= '2026-06-30T00:00:00Z'"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aFileMayBeCutOnItsWay() {
        sandbox.fault(Fault.of(TransportFault.TRUNCATED_BODY).path("/files/"));
        JsonNode job = job(ACCOUNTS);

        assertThatThrownBy(() -> file(job)).isInstanceOf(UncheckedIOException.class);
        assertThat(file(job).status()).isEqualTo(200);
    }

    @Test
    void headersAndTimesComeInManyForms() {
        String query = "select Id, UpdatedDate, BillToContact.Id from Account";
        sandbox.fault(fault(ZuoraFault.UNREQUESTED_COLUMN));
        assertThat(client.rows(query).get(0)).endsWith("BillToContact.Id", "Account.UnrequestedField");
        sandbox.clearFaults();
        sandbox.fault(fault(ZuoraFault.LOWER_CASE_HEADER));
        assertThat(client.rows(query).get(0)).endsWith("account.updateddate", "billtocontact.id");
        sandbox.clearFaults();
        sandbox.fault(fault(ZuoraFault.LABEL_HEADER));
        assertThat(client.rows(query).get(0)).endsWith("Account: ID", "Account: Updated Date", "Bill To Contact: ID");
        sandbox.clearFaults();
        assertThat(client.rows(query).get(1).get(2)).endsWith("+0000");
        sandbox.fault(fault(ZuoraFault.OFFSET_COLON));
        assertThat(client.rows(query).get(1).get(2)).endsWith("+00:00");
        sandbox.clearFaults();
        sandbox.fault(fault(ZuoraFault.OFFSET_Z));
        assertThat(client.rows(query).get(1).get(2)).endsWith("Z");
        sandbox.clearFaults();
        sandbox.fault(fault(ZuoraFault.NUL_IN_TEXT));
        assertThat(client.rows("select Name from Account").get(1).get(1)).endsWith("\0");
    }

    @Test
    void describeDiffersFromTenantToTenant() {
        sandbox.fault(fault(ZuoraFault.DESCRIBE_WITHOUT_RELATED));
        assertThat(client.get("/v1/describe/Account").body()).doesNotContain("<related-objects>");
        sandbox.clearFaults();
        sandbox.fault(fault(ZuoraFault.DESCRIBE_WITHOUT_CONTEXTS));
        assertThat(client.get("/v1/describe/Account").body()).doesNotContain("<contexts>");
        sandbox.clearFaults();
        sandbox.fault(fault(ZuoraFault.DESCRIBE_RELATED_FIRST));
        assertThat(client.get("/v1/describe/Account").body()).containsSubsequence("<related-objects>", "<fields>");
        sandbox.fault(fault(ZuoraFault.FIELD_STRANGE).object("Account").field("Batch"));
        assertThat(client.get("/v1/describe/Account").body()).contains("<type>geolocation</type>");
    }

    @Test
    void fieldsAndObjectsCanBeRefusedOrGone() {
        sandbox.fault(fault(ZuoraFault.FIELD_REJECTED).object("Account").field("Batch"));
        assertThat(client.get("/v1/describe/Account").body()).contains("<name>Batch</name>");
        assertThat(client.refusal("select Batch from Account")).contains("There is no field named Batch");
        sandbox.fault(fault(ZuoraFault.FIELD_HIDDEN).object("Account").field("Parent__c"));
        assertThat(client.get("/v1/describe/Account").body()).doesNotContain("Parent__c");
        sandbox.fault(fault(ZuoraFault.OBJECT_HIDDEN).object("Refund"));
        assertThat(client.get("/v1/describe/Refund").status()).isEqualTo(404);
        assertThat(client.get("/v1/describe").body()).doesNotContain("<name>Refund</name>");
        assertThat(client.refusal("select Id from Refund")).contains("could not be found");
    }

    @Test
    void aRowCommittedLateIsSeenByLaterJobsOnly() {
        try (Sandbox own = Sandbox.start(SandboxOptions.defaults().scale(0.04))) {
            own.fault(fault(ZuoraFault.LATE_COMMIT).seconds(5400));
            String id = own.zuora().insert("Product", Map.of("Name", "Late"));
            ZuoraClient user = new ZuoraClient(own);
            String query = "select Id, UpdatedDate from Product where Name = 'Late'";

            assertThat(user.rows(query)).hasSize(1);
            assertThat(own.zuora().isCommitted()).isFalse();
            own.advance(Duration.ofMinutes(90));
            user.login();
            assertThat(own.zuora().isCommitted()).isTrue();
            assertThat(user.rows(query).get(1)).containsExactly("false", id, "2026-06-30T12:00:00+0000");
        }
    }

    @Test
    void everyNameCanBeArmedAsText() {
        assertThat(Fault.parse("zuora-job-too-long-90027:object=Account,seconds=60")
                        .name())
                .isEqualTo(ZuoraFault.JOB_TOO_LONG_90027);
    }
}
