package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.MarketoClient.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filters and columns that a job may name: table of kinds in section 4 of the vendor notes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarketoFilterTest {
    private static final String JUNE =
            "\"createdAt\":{\"startAt\":\"2026-06-01T00:00:00Z\",\"endAt\":\"2026-06-30T23:59:59Z\"}";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.04));
    private final MarketoClient client = new MarketoClient(sandbox);

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private static List<String> rows(String file) {
        return file.lines().skip(1).toList();
    }

    private List<Map<String, @Nullable Object>> members(long program) {
        return sandbox.marketo().truth("program_members").stream()
                .filter(row -> Objects.equals(row.get("programId"), program))
                .toList();
    }

    private static String with(String body, Object filter) {
        return body.replace("%s", filter.toString());
    }

    private long programOf(String field, Object value) {
        return sandbox.marketo().truth("program_members").stream()
                .filter(row -> value.equals(row.get(field)))
                .map(row -> (Long) Objects.requireNonNull(row.get("programId")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLeadsOfAStaticListAreThoseThatRestTells() {
        JsonNode list = client.get("/rest/v1/lists.json").result().findParents("id").stream()
                .filter(one -> !client.get("/rest/v1/lists/" + one.path("id").asText() + "/leads.json")
                        .result()
                        .isEmpty())
                .findFirst()
                .orElseThrow();
        List<String> expected = client.pages("/rest/v1/lists/" + list.path("id").asText() + "/leads.json").stream()
                .map(lead -> lead.path("id").asText())
                .toList();
        String byId =
                client.extract("leads", "{\"fields\":[\"id\"],\"filter\":{\"staticListId\":" + list.path("id") + "}}");
        String byName = client.extract(
                "leads", "{\"fields\":[\"id\"],\"filter\":{\"staticListName\":" + list.path("name") + "}}");

        assertThat(rows(byId)).isNotEmpty().containsExactlyInAnyOrderElementsOf(expected);
        assertThat(byName).isEqualTo(byId);
    }

    @Test
    void activitiesAreFilteredByTheirPrimaryAttribute() {
        long program = programOf("reachedSuccess", true);
        String file = client.extract(
                "activities",
                "{\"fields\":[\"primaryAttributeValueId\",\"activityTypeId\"],\"filter\":{" + JUNE
                        + ",\"activityTypeIds\":[104],\"primaryAttributeValueIds\":[" + program + "]}}");

        assertThat(rows(file)).allMatch(row -> row.equals(program + ",104"));
        assertThat(rows(file)).hasSize((int) sandbox.marketo().truth("activities").stream()
                .filter(row -> Long.valueOf(104).equals(row.get("activityTypeId")))
                .filter(row -> Objects.equals(row.get("primaryAttributeValueId"), program))
                .filter(row -> String.valueOf(row.get("activityDate")).startsWith("2026-06"))
                .count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"primaryAttributeValueIds\":[1]",
                "\"activityTypeIds\":[1],\"primaryAttributeValueIds\":[1]",
                "\"activityTypeIds\":[104],\"primaryAttributeValueIds\":[1],\"primaryAttributeValues\":[\"x\"]",
                "\"activityTypeIds\":[104],\"primaryAttributeValueIds\":[FIFTY_ONE]"
            })
    void aPrimaryAttributeIsNotFilteredOtherwise(String filter) {
        String many = LongStream.rangeClosed(1, 51).mapToObj(Long::toString).collect(Collectors.joining(","));
        Answer refused =
                client.create("activities", "{\"filter\":{" + JUNE + "," + filter.replace("FIFTY_ONE", many) + "}}");

        assertThat(refused.code()).isEqualTo("1003");
    }

    @Test
    void theResultOfAnActivityIsAColumnOnDemand() {
        String file = client.extract(
                "activities", "{\"fields\":[\"marketoGUID\",\"actionResult\"],\"filter\":{" + JUNE + "}}");

        assertThat(file.lines().findFirst()).contains("marketoGUID,actionResult");
        assertThat(rows(file)).isNotEmpty().allMatch(row -> row.endsWith(",succeeded"));
    }

    @Test
    void membersAreFilteredByStatusExhaustionAndCadence() {
        long nurture = programOf("nurtureCadence", "norm");
        String status = String.valueOf(members(nurture).get(0).get("statusName"));
        String body = "{\"fields\":[\"leadId\",\"statusName\"],\"filter\":{\"programId\":" + nurture + ",%s}}";

        assertThat(rows(client.extract("program/members", with(body, "\"statusNames\":[\"" + status + "\"]"))))
                .hasSize((int) members(nurture).stream()
                        .filter(row -> status.equals(row.get("statusName")))
                        .count())
                .allMatch(row -> row.endsWith("," + status));
        for (boolean exhausted : new boolean[] {true, false}) {
            assertThat(rows(client.extract("program/members", with(body, "\"isExhausted\":" + exhausted))))
                    .hasSize((int) members(nurture).stream()
                            .filter(row -> Boolean.TRUE.equals(row.get("isExhausted")) == exhausted)
                            .count());
        }
        assertThat(rows(client.extract("program/members", with(body, "\"nurtureCadence\":\"norm\""))))
                .isNotEmpty();
        assertThat(rows(client.extract("program/members", with(body, "\"nurtureCadence\":\"pause\""))))
                .isEmpty();
    }

    @Test
    void aJobTakesTenProgramsAtMost() {
        List<String> ids = new ArrayList<>();
        sandbox.marketo().truth("programs").forEach(program -> ids.add(String.valueOf(program.get("id"))));
        String body = "{\"fields\":[\"leadId\"],\"filter\":{\"programIds\":%s}}";

        assertThat(client.create("program/members", with(body, ids.subList(0, 10)))
                        .code())
                .isEmpty();
        assertThat(client.create("program/members", with(body, ids.subList(0, 11)))
                        .code())
                .isEqualTo("1003");
    }

    @Test
    void columnsMayBeSeparatedBySemicolons() {
        assertThat(client.extract(
                                "leads", "{\"format\":\"SSV\",\"fields\":[\"id\",\"email\"],\"filter\":{" + JUNE + "}}")
                        .lines())
                .allMatch(row -> row.chars().filter(c -> c == ';').count() == 1);
    }

    @Test
    void customObjectsAreNotEnabled() {
        assertThat(client.create("customobjects/car_c", "{}").code()).isEqualTo("1026");
    }

    @Test
    void answersAreCompressedForThoseWhoAsk() {
        Answer packed = client.get("/rest/v1/activities/types.json", "Accept-Encoding", "gzip");
        Answer plain = client.get("/rest/v1/activities/types.json");

        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(plain.result()).isNotEmpty();
    }
}
