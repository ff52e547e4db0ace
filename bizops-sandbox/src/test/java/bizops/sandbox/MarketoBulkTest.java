package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.MarketoClient.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bulk extract: section 4 of the vendor notes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarketoBulkTest {
    private static final String JUNE =
            "\"createdAt\":{\"startAt\":\"2026-06-01T00:00:00Z\",\"endAt\":\"2026-06-30T23:59:59Z\"}";
    private static final String LEADS = "{\"fields\":[\"id\",\"email\",\"createdAt\"],\"filter\":{" + JUNE + "}}";
    private static final String ACTIVITIES = "{\"filter\":{" + JUNE + "}}";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.08));
    private final MarketoClient client = new MarketoClient(sandbox);

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void aJobGoesThroughItsStatesAndTellsSizeChecksumAndRows() throws Exception {
        JsonNode created = client.create("leads", LEADS).first();
        String id = created.path("exportId").asText();
        assertThat(created.path("status").asText()).isEqualTo("Created");
        assertThat(client.job("leads", id, "file").status()).isEqualTo(404);
        assertThat(client.job("leads", id, "file").header("Content-Type")).startsWith("text/plain");
        assertThat(client.job("leads", id, "enqueue").first().path("status").asText())
                .isEqualTo("Queued");
        assertThat(client.job("leads", id, "enqueue").message()).isEqualTo("Job already queued");
        assertThat(client.job("leads", id, "status").first().path("status").asText())
                .isEqualTo("Processing");
        JsonNode done = client.job("leads", id, "status").first();
        assertThat(done.path("status").asText()).isEqualTo("Completed");
        byte[] file = client.job("leads", id, "file").response().body();
        assertThat(done.path("fileSize").asInt()).isEqualTo(file.length);
        assertThat(done.path("fileChecksum").asText())
                .isEqualTo("sha256:"
                        + HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
        assertThat(new String(file, StandardCharsets.UTF_8).lines())
                .hasSize(done.path("numberOfRecords").asInt() + 1);
    }

    @Test
    void aFileHoldsThePersonsOfItsWindowWithNullForMissingValues() {
        String file = client.extract("leads", LEADS);

        List<String> expected = sandbox.marketo().truth("leads").stream()
                .filter(row -> row.get("_gone_at") == null)
                .filter(row -> String.valueOf(row.get("createdAt")).startsWith("2026-06"))
                .map(row -> row.get("id") + "," + row.get("email") + "," + row.get("createdAt"))
                .toList();
        assertThat(expected).hasSizeGreaterThan(5);
        assertThat(file.lines().findFirst()).contains("id,email,createdAt");
        assertThat(file.lines().skip(1)).containsExactlyElementsOf(expected);
    }

    @Test
    void aRangeIsAPartOfTheSameBytes() {
        String id = client.complete("activities", ACTIVITIES);
        byte[] whole = client.job("activities", id, "file").response().body();
        String path = "/bulk/v1/activities/export/" + id + "/file.json";
        Answer first = client.get(path, "Range", "bytes=0-999");
        Answer rest = client.get(path, "Range", "bytes=1000-");

        assertThat(first.status()).isEqualTo(206);
        assertThat(first.header("Content-Range")).isEqualTo("bytes 0-999/" + whole.length);
        assertThat(first.header("Content-Length")).isEqualTo("1000");
        assertThat(first.response().body()).isEqualTo(Arrays.copyOf(whole, 1000));
        assertThat(rest.response().body()).isEqualTo(Arrays.copyOfRange(whole, 1000, whole.length));
        assertThat(client.get(path, "Range", "bytes=" + whole.length + "-").status())
                .isEqualTo(416);
    }

    @Test
    void activitiesComeWithTheirAttributesAsOneObjectAndWithoutDeletions() {
        String file = client.extract("activities", ACTIVITIES);

        assertThat(file)
                .startsWith("marketoGUID,leadId,activityDate,activityTypeId,campaignId,primaryAttributeValueId,"
                        + "primaryAttributeValue,attributes\n")
                .contains("\"{\"\"Acquired By\"\":true,\"\"New Status\"\":");
        assertThat(file.lines().filter(line -> line.matches("\\d+,\\d+,[^,]*,37,.*")))
                .isEmpty();
    }

    @Test
    void onlyTheWantedTypesComeAndUnknownOnesAreRefused() {
        String filter = "{\"filter\":{" + JUNE + ",\"activityTypeIds\":[12,104]}}";

        assertThat(client.extract("activities", filter).lines().skip(1))
                .isNotEmpty()
                .allMatch(line -> line.matches("\\d+,\\d+,[^,]*,(12|104),.*"));
        assertThat(client.create("activities", filter.replace("104", "37")).code())
                .isEqualTo("1003");
    }

    @Test
    void membersHaveFieldsOfPersonsAndOfMembersWithTheProgramFirst() {
        Object program = Objects.requireNonNull(
                sandbox.marketo().truth("program_members").get(0).get("programId"));
        String file = client.extract(
                "program/members",
                "{\"fields\":[\"leadId\",\"statusName\",\"email\"],\"filter\":{\"programIds\":[" + program + "]}}");

        List<String> expected = sandbox.marketo().truth("program_members").stream()
                .filter(row -> program.equals(row.get("programId")))
                .map(row -> program + "," + row.get("leadId") + "," + row.get("statusName"))
                .toList();
        assertThat(file.lines().findFirst()).contains("programId,leadId,statusName,email");
        assertThat(file.lines().skip(1).map(line -> line.substring(0, line.lastIndexOf(','))))
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "leads|{\"fields\":[\"id\",\"site2\",\"billing\"],\"filter\":{W}}|1003|Invalid fields [site2, billing]",
                "leads|{\"filter\":{W}}|1002|fields",
                "leads|{\"fields\":[\"id\"]}|1003|filter",
                "leads|{\"fields\":[\"id\"],\"filter\":{W,\"staticListId\":1}}|1003|exactly one",
                "leads|{\"fields\":[\"id\"],\"filter\":{\"smartListId\":1}}|1035|smartListId",
                "leads|nonsense|609|Invalid JSON",
                "activities|{\"filter\":{}}|1002|createdAt",
                "activities|{\"filter\":{\"createdAt\":{\"startAt\":\"2026-05-01T00:00:00Z\",\"endAt\":\"2026-06-02T00:00:00Z\"}}}|1003|31 days",
                "activities|{\"filter\":{\"createdAt\":{\"startAt\":\"2026-06-01T00:00:00.000Z\",\"endAt\":\"2026-06-02T00:00:00Z\"}}}|704|date",
                "program/members|{\"fields\":[\"leadId\"],\"filter\":{\"isExhausted\":true}}|1002|programId"
            })
    void aBadRequestIsRefusedWithItsCode(String kind, String json, String code, String message) {
        Answer answer = client.create(kind, json.replace("W", JUNE));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("success").asBoolean()).isFalse();
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.message()).contains(message);
    }

    @Test
    void anotherUserSeesNoneOfTheJobs() {
        String id = client.complete("leads", LEADS);
        MarketoClient other = new MarketoClient(sandbox, sandbox.marketo().otherClientId());

        assertThat(client.get("/bulk/v1/leads/export.json").result()).isNotEmpty();
        assertThat(other.get("/bulk/v1/leads/export.json").result()).isEmpty();
        assertThat(other.job("leads", id, "file").status()).isEqualTo(404);
        assertThat(other.job("leads", id, "status").code()).isEqualTo("1013");
    }

    @Test
    void theListIsFilteredByStatusInEitherSpellingOfSeveral() {
        client.create("leads", LEADS);
        client.complete("leads", LEADS);
        String list = "/bulk/v1/leads/export.json?status=";

        assertThat(client.get(list + "Created").result())
                .isNotEmpty()
                .allMatch(job -> job.path("status").asText().equals("Created"));
        assertThat(client.get(list + "Created,Completed").result())
                .hasSameSizeAs(client.get(list + "Created&status=Completed").result())
                .anyMatch(job -> job.path("status").asText().equals("Completed"));
    }

    @Test
    void headersMayBeRenamedAndColumnsSeparatedOtherwise() {
        String file = client.extract(
                "leads", "{\"format\":\"TSV\",\"columnHeaderNames\":{\"email\":\"E-mail\"}," + LEADS.substring(1));

        assertThat(file.lines().findFirst()).contains("id\tE-mail\tcreatedAt");
    }

    @Test
    void awkwardTextsComeByteForByteInQuotesWhereNeeded() {
        try (Sandbox own = Sandbox.start(SandboxOptions.defaults().scale(0.008))) {
            String text = "NUL \0, CR\r, \u2028, 🚀 and " + "ü".repeat(32_000);
            long id = own.marketo().insertLead(Map.of("productInterest", text, "firstName", "null"));
            String file = new MarketoClient(own)
                    .extract(
                            "leads",
                            "{\"fields\":[\"id\",\"firstName\",\"lastName\",\"productInterest\"],\"filter\":{" + JUNE
                                    + "}}");

            assertThat(file).contains(id + ",null,null,\"" + text + "\"\n");
        }
    }

    @Test
    void aChangeOfACustomFieldMovesTheHiddenTimeOfUpdateOnly() {
        try (Sandbox own = Sandbox.start(SandboxOptions.defaults().scale(0.008))) {
            own.advance(Duration.ofHours(1));
            long id = own.marketo().insertLead(Map.of("email", "a@b.example"));
            own.advance(Duration.ofDays(2));
            own.marketo().updateLeadQuietly(id, Map.of("productInterest", "Streams\r\nand \"more\""));
            String file = new MarketoClient(own)
                    .extract(
                            "leads",
                            "{\"fields\":[\"id\",\"updatedAt\",\"productInterest\"],\"filter\":{\"updatedAt\":"
                                    + "{\"startAt\":\"2026-07-02T13:00:00Z\",\"endAt\":\"2026-07-02T13:00:00Z\"}}}");

            assertThat(file).contains(id + ",2026-06-30T13:00:00Z,\"Streams\r\nand \"\"more\"\"\"\n");
        }
    }
}
