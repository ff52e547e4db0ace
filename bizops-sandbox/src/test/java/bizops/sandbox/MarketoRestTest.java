package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.MarketoClient.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lead database by REST: sections 1, 2, 5, 6 and 7 of the vendor notes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarketoRestTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.08));
    private final MarketoClient client = new MarketoClient(sandbox);

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private List<Map<String, @Nullable Object>> existing() {
        return sandbox.marketo().truth("leads").stream()
                .filter(row -> row.get("_gone_at") == null)
                .toList();
    }

    private String token(String since) {
        return client.get("/rest/v1/activities/pagingtoken.json?sinceDatetime=" + MarketoClient.encode(since))
                .json()
                .path("nextPageToken")
                .asText();
    }

    private List<JsonNode> from(String path, String since) {
        return client.pages(path, token(since));
    }

    @Test
    void aSecondLogInGivesTheSameTokenWithTheSecondsThatAreLeft() {
        try (Sandbox own = Sandbox.start(SandboxOptions.defaults().scale(0.008))) {
            MarketoClient first = new MarketoClient(own);
            String token = first.login();
            own.advance(Duration.ofMinutes(10));
            assertThat(first.login()).isEqualTo(token);
            own.advance(Duration.ofMinutes(50));
            assertThat(first.get("/rest/v1/leads/partitions.json").code()).isEqualTo("602");
            assertThat(first.login()).isNotEqualTo(token);
            assertThat(first.get("/rest/v1/leads/partitions.json").result()).hasSize(2);
        }
    }

    @Test
    void logInByQueryOrFormTellsWhatIsWrong() {
        String client0 = "grant_type=client_credentials&client_secret=x&client_id=";

        assertThat(client.identity(client0 + "nobody").status()).isEqualTo(401);
        assertThat(client.identity(client0 + "nobody").body()).contains("No client with requested id: nobody");
        assertThat(client.identity(client0 + sandbox.marketo().clientId()).body())
                .contains("\"error\":\"unauthorized\"", "Bad client credentials");
        assertThat(client.get("/identity/oauth/token?grant_type=client_credentials&client_id="
                                + sandbox.marketo().clientId() + "&client_secret="
                                + sandbox.marketo().clientSecret())
                        .json()
                        .path("scope")
                        .asText())
                .contains("@");
    }

    @Test
    void aTokenInTheQueryIsRefused() {
        String token = client.login();
        MarketoClient nobody = new MarketoClient(sandbox, "nobody");

        assertThat(nobody.get("/rest/v1/leads/partitions.json?access_token=" + token)
                        .code())
                .isEqualTo("600");
    }

    @Test
    void aTokenInTheQueryIsTakenWhereTheLimitSaysSo() {
        String token = client.login();
        MarketoClient nobody = new MarketoClient(sandbox, "nobody");
        sandbox.marketo().limit("queryToken", 1);
        try {
            assertThat(nobody.get("/rest/v1/leads/partitions.json?access_token=" + token)
                            .json()
                            .path("success")
                            .asBoolean())
                    .isTrue();
            assertThat(nobody.get("/rest/v1/leads/partitions.json?access_token=other")
                            .code())
                    .isEqualTo("601");
        } finally {
            sandbox.marketo().limit("queryToken", 0);
        }
    }

    @Test
    void describeTellsTypesAndWhatIsReadOnly() {
        JsonNode fields = client.get("/rest/v1/leads/describe.json").result();
        Map<String, JsonNode> byName = new HashMap<>();
        fields.forEach(field -> byName.put(field.at("/rest/name").asText(), field));

        assertThat(Objects.requireNonNull(byName.get("email")).path("dataType").asText())
                .isEqualTo("email");
        assertThat(Objects.requireNonNull(byName.get("id")).at("/rest/readOnly").asBoolean())
                .isTrue();
        assertThat(Objects.requireNonNull(byName.get("annualRevenue")).has("length"))
                .isFalse();
        assertThat(Objects.requireNonNull(byName.get("company")).path("length").asInt())
                .isEqualTo(255);
        assertThat(client.get("/rest/v1/leads/describe2.json").first().path("fields"))
                .hasSize(byName.size())
                .anyMatch(field -> field.path("crmManaged").asBoolean());
    }

    @Test
    void someTypesOfActivitiesHaveNoPrimaryAttributeAndOneIsTheCompanysOwn() {
        JsonNode types = client.get("/rest/v1/activities/types.json").result();

        assertThat(types).anyMatch(type -> type.path("id").asInt() == 12 && !type.has("primaryAttribute"));
        assertThat(types)
                .anyMatch(type -> type.at("/primaryAttribute/name").asText().equals("Mailing ID"));
        assertThat(client.get("/rest/v1/activities/external/types.json").result())
                .hasSize(1)
                .allMatch(type -> type.path("id").asInt() > 100_000);
    }

    @Test
    void personsAreFoundByFilterByGetOrByPostThatStandsForIt() {
        List<String> ids = existing().stream()
                .limit(300)
                .map(row -> String.valueOf(row.get("id")))
                .toList();
        String query = "filterType=id&fields=email,sfdcLeadId&filterValues=" + String.join(",", ids);
        Answer byPost = client.form("/rest/v1/leads.json?_method=GET", query);

        assertThat(byPost.result()).hasSize(300);
        assertThat(byPost.first().path("email").asText())
                .isEqualTo(existing().get(0).get("email"));
        assertThat(client.get("/rest/v1/leads.json?filterType=id&filterValues=" + ids.get(0) + ",99999999")
                        .result())
                .hasSize(1);
        assertThat(client.get("/rest/v1/leads.json?filterType=id&filterValues=" + "1,".repeat(5_000))
                        .status())
                .isEqualTo(414);
    }

    @Test
    void aPageHasAtMostTheBatchSizeAndATokenForTheNext() {
        String ids = existing().stream()
                .limit(250)
                .map(row -> String.valueOf(row.get("id")))
                .collect(Collectors.joining(","));
        String path = "/rest/v1/leads.json?batchSize=100&filterType=id&filterValues=" + ids;

        assertThat(client.get(path).result()).hasSize(100);
        assertThat(client.pages(path)).hasSize(250).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/rest/v1/leads.json?filterType=id|1002",
                "/rest/v1/leads.json?filterType=shoeSize&filterValues=1|1003",
                "/rest/v1/leads.json?filterType=id&filterValues=1&fields=nope|1006",
                "/rest/v1/lead/1.json|1004",
                "/rest/v1/lists/1/leads.json|1013",
                "/rest/v1/lists/1.json|1013",
                "/rest/v1/campaigns/1.json|1013",
                "/rest/v1/programs/1001/members.json|1002",
                "/rest/v1/activities.json?activityTypeIds=1|1002",
                "/rest/v1/activities.json?activityTypeIds=1&nextPageToken=!|1003",
                "/rest/v1/activities/pagingtoken.json?sinceDatetime=yesterday|704",
                "/rest/v1/nothing.json|610",
                "/rest/v1//leads.json|610",
                "/rest/asset/v1/programs.json?maxReturn=201|1003",
                "/rest/asset/v1/forms.json?earliestUpdatedAt=2026-01-01T00:00:00Z|1003",
                "/rest/asset/v1/programs.json?earliestUpdatedAt=2026-01-01|704"
            })
    void aBadRequestIsRefusedWithItsCode(String path, String code) {
        Answer answer = client.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("requestId").asText()).matches("[0-9a-f]{3,5}#[0-9a-f]{11}");
    }

    /** As marketorestpython asks; the path of a list's leads has an older spelling there. */
    @Test
    void oneListAndOneCampaignAreAsTheListOfAllTellsThem() {
        JsonNode list = client.get("/rest/v1/lists.json").result().get(0);
        JsonNode campaign = client.get("/rest/v1/campaigns.json").result().get(0);
        String id = list.path("id").asText();

        assertThat(client.get("/rest/v1/lists/" + id + ".json").result()).containsExactly(list);
        assertThat(client.get("/rest/v1/campaigns/" + campaign.path("id").asText() + ".json")
                        .result())
                .containsExactly(campaign);
        assertThat(client.get("/rest/v1/list/" + id + "/leads.json").result())
                .isEqualTo(client.get("/rest/v1/lists/" + id + "/leads.json").result());
    }

    /** As singer-io's tap asks, until now. */
    @Test
    void programsTakeABoundWithMicroseconds() {
        String path = "/rest/asset/v1/programs.json?maxReturn=200&offset=0&earliestUpdatedAt=2020-01-01T00:00:00Z";

        Answer exact = client.get(path + "&latestUpdatedAt=2039-01-01T00:00:00%2B00:00");
        Answer micros = client.get(path + "&latestUpdatedAt=2039-01-01T00:00:00.301835%2B00:00");

        assertThat(exact.json().path("result")).isNotEmpty();
        assertThat(micros.json().path("result")).isEqualTo(exact.json().path("result"));
    }

    @Test
    void anotherMethodIsNotSupported() {
        assertThat(client.post("/rest/v1/lists.json", "{}").code()).isEqualTo("605");
        assertThat(client.get("/bulk/v1/leads/export/create.json").code()).isEqualTo("605");
    }

    @Test
    void activitiesOfTheWantedTypesComeOverShortAndEmptyPages() {
        List<JsonNode> found =
                from("/rest/v1/activities.json?activityTypeIds=32,21&batchSize=50", "2024-01-01T00:00:00Z");

        assertThat(found.stream().map(item -> item.path("marketoGUID").asText()))
                .containsExactlyInAnyOrderElementsOf(sandbox.marketo().truth("activities").stream()
                        .filter(row -> List.of(32L, 21L).contains(row.get("activityTypeId")))
                        .map(row -> String.valueOf(row.get("marketoGUID")))
                        .toList());
        assertThat(found)
                .anyMatch(item -> item.path("attributes").path(0).path("name").isTextual());
    }

    @Test
    void anActivityThatCommitsLateIsMissedByATokenThatMovedOn() {
        try (Sandbox own = Sandbox.start(SandboxOptions.defaults().scale(0.008))) {
            MarketoClient reader = new MarketoClient(own);
            long lead = own.marketo().insertLead(Map.of("email", "late@b.example"));
            String late = own.marketo()
                    .addActivity(
                            lead,
                            46,
                            own.now().minusSeconds(30),
                            own.now().plusSeconds(3_600),
                            Map.of("Source", "Web"));
            String path = "/rest/v1/activities.json?activityTypeIds=12,46&nextPageToken=";
            String since = reader.get("/rest/v1/activities/pagingtoken.json?sinceDatetime=2026-06-30T11:00:00Z")
                    .json()
                    .path("nextPageToken")
                    .asText();
            JsonNode first = reader.get(path + since).json();
            own.advance(Duration.ofMinutes(61));

            reader.login();
            assertThat(first.path("moreResult").asBoolean()).isFalse();
            assertThat(first.path("result").findValuesAsText("marketoGUID")).doesNotContain(late);
            assertThat(reader.get(path + first.path("nextPageToken").asText())
                            .result()
                            .findValuesAsText("marketoGUID"))
                    .doesNotContain(late);
            assertThat(reader.get(path + since).result().findValuesAsText("marketoGUID"))
                    .contains(late);
        }
    }

    @Test
    void changesOfPersonsNameTheFieldWithItsOldAndNewValue() {
        List<JsonNode> changes = from("/rest/v1/activities/leadchanges.json?fields=leadStatus", "2026-06-01T00:00:00Z");

        assertThat(changes)
                .anyMatch(item -> item.at("/fields/0/name").asText().equals("leadStatus")
                        && item.at("/fields/0/newValue").asText().startsWith("Working"))
                .anyMatch(item -> item.path("activityTypeId").asInt() == 12
                        && item.path("fields").isEmpty())
                .allMatch(item ->
                        List.of(12, 13).contains(item.path("activityTypeId").asInt()));
        assertThat(client.get("/rest/v1/activities/leadchanges.json?nextPageToken=x")
                        .code())
                .isEqualTo("1002");
    }

    @Test
    void aDeletionIsKnownForTwoWeeks() {
        try (Sandbox own = Sandbox.start(SandboxOptions.defaults().scale(0.008).advance(Duration.ofDays(15)))) {
            MarketoClient reader = new MarketoClient(own);
            long lead = own.marketo().insertLead(Map.of("firstName", "Ada", "lastName", "King"));
            own.marketo().deleteLead(lead);
            String path = "/rest/v1/activities/deletedleads.json";
            String token = reader.get("/rest/v1/activities/pagingtoken.json?sinceDatetime=2026-07-01T00:00:00Z")
                    .json()
                    .path("nextPageToken")
                    .asText();

            assertThat(reader.pages(path, token))
                    .anyMatch(item -> item.path("leadId").asLong() == lead
                            && item.path("primaryAttributeValue").asText().equals("Ada King"));
            own.advance(Duration.ofDays(15));
            reader.login();
            assertThat(reader.pages(path, token))
                    .noneMatch(item -> item.path("leadId").asLong() == lead);
        }
    }

    @Test
    void listsAndCampaignsAreSeenByTheLeadDatabaseToo() {
        assertThat(client.pages("/rest/v1/lists.json?batchSize=10"))
                .hasSameSizeAs(sandbox.marketo().truth("lists"));
        assertThat(client.pages("/rest/v1/campaigns.json"))
                .hasSameSizeAs(sandbox.marketo().truth("campaigns"))
                .anyMatch(campaign -> campaign.path("updatedAt")
                                .asText()
                                .compareTo(campaign.path("createdAt").asText())
                        < 0)
                .allMatch(campaign -> campaign.path("programName").isTextual());
    }

    @Test
    void membersOfAProgramComeByStatusAndWithTheirPersons() {
        long program = sandbox.marketo().truth("program_members").stream()
                .filter(row -> Boolean.TRUE.equals(row.get("reachedSuccess")))
                .map(row -> (Long) Objects.requireNonNull(row.get("programId")))
                .findFirst()
                .orElseThrow();
        long won = sandbox.marketo().truth("program_members").stream()
                .filter(row -> Objects.equals(row.get("programId"), program))
                .filter(row -> Boolean.TRUE.equals(row.get("reachedSuccess")))
                .count();

        assertThat(client.pages(
                        "/rest/v1/programs/" + program + "/members.json?filterType=reachedSuccess&filterValues=true"))
                .hasSize((int) won)
                .allMatch(member -> member.path("reachedSuccess").asBoolean());
        assertThat(client.pages("/rest/v1/leads/programs/" + program + ".json?batchSize=7"))
                .allMatch(lead -> lead.at("/membership/progressionStatus").isTextual());
        assertThat(client.get("/rest/v1/programs/members/describe.json")
                        .first()
                        .path("fields")
                        .findValuesAsText("name"))
                .contains("statusName", "reachedSuccessDate");
    }

    @Test
    void usageCountsTheCallsOfEachUserToday() {
        int before =
                client.get("/rest/v1/stats/usage.json").first().path("total").asInt();
        IntStream.range(0, 3).forEach(i -> client.get("/rest/v1/leads/partitions.json"));
        client.get("/rest/v1/nothing.json");

        JsonNode today = client.get("/rest/v1/stats/usage.json").first();
        assertThat(today.path("total").asInt()).isEqualTo(before + 5);
        assertThat(today.at("/users/0/userId").asText()).contains("@");
        assertThat(client.get("/rest/v1/stats/usage/last7days.json").result()).hasSize(7);
        assertThat(client.get("/rest/v1/stats/errors.json")
                        .first()
                        .path("errors")
                        .findValuesAsText("errorCode"))
                .contains("610");
    }
}
