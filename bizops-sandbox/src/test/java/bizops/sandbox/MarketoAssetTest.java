package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The asset API: section 7 of the vendor notes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarketoAssetTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.04));
    private final MarketoClient client = new MarketoClient(sandbox);

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "programs, programs",
        "smartCampaigns, smart_campaigns",
        "staticLists, static_lists",
        "emails, emails",
        "landingPages, landing_pages",
        "forms, forms",
        "channels, channels",
        "tagTypes, tag_types"
    })
    void allAreBrowsedByOffsetUntilTheTextThatThereAreNone(String path, String truth) {
        List<JsonNode> all = new ArrayList<>();
        JsonNode page =
                client.get("/rest/asset/v1/" + path + ".json?maxReturn=7").json();
        while (page.has("result")) {
            assertThat(page.path("warnings")).isEmpty();
            page.path("result").forEach(all::add);
            page = client.get("/rest/asset/v1/" + path + ".json?maxReturn=7&offset=" + all.size())
                    .json();
        }

        assertThat(page.at("/warnings/0").asText()).isEqualTo("No assets found for the given search criteria.");
        assertThat(all).isNotEmpty().hasSameSizeAs(sandbox.marketo().truth(truth));
    }

    @Test
    void timesCarryBothZoneMarksAndAPageHasTwentyUnlessToldOtherwise() {
        JsonNode page = client.get("/rest/asset/v1/programs.json").result();

        assertThat(page).hasSize(20);
        assertThat(page.path(0).path("createdAt").asText()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}Z\\+0000");
        assertThat(page.path(0).has("costs")).isFalse();
        assertThat(page.path(0).has("tags")).isFalse();
    }

    @Test
    void aProgramByItselfHasItsTagsAndMonthlyCosts() {
        Map<String, @Nullable Object> cost =
                sandbox.marketo().truth("program_costs").get(0);
        JsonNode program = client.get("/rest/asset/v1/program/" + cost.get("programId") + ".json")
                .first();
        String name = MarketoClient.encode(program.path("name").asText());

        assertThat(program.at("/costs/0/startDate").asText()).isEqualTo(String.valueOf(cost.get("startDate")));
        assertThat(program.at("/costs/0/cost").asLong()).isEqualTo(cost.get("cost"));
        assertThat(program.path("tags").findValuesAsText("tagType")).contains("Region");
        JsonNode named = client.get("/rest/asset/v1/program/byName.json?includeTags=true&name=" + name)
                .first();
        assertThat(named.has("tags")).isTrue();
        assertThat(named.has("costs")).isFalse();
    }

    @Test
    void aProgramWithoutCostsSaysNull() {
        assertThat(client.get("/rest/asset/v1/programs.json?maxReturn=200").result())
                .anyMatch(program -> client.get(
                                "/rest/asset/v1/program/" + program.path("id").asText() + ".json")
                        .first()
                        .path("costs")
                        .isNull());
    }

    @Test
    void aWindowHoldsWhatWasCreatedOrUpdatedInIt() {
        String window =
                "?maxReturn=200&earliestUpdatedAt=2026-03-01T00:00:00%2B0000&latestUpdatedAt=2026-04-01T00:00:00Z";
        List<Object> expected = sandbox.marketo().truth("programs").stream()
                .filter(row -> List.of("createdAt", "updatedAt").stream().anyMatch(field -> {
                    String time = String.valueOf(row.get(field));
                    return time.compareTo("2026-03-01T00:00:00Z") >= 0 && time.compareTo("2026-04-01T00:00:00Z") <= 0;
                }))
                .<Object>map(row -> Objects.requireNonNull(row.get("id")))
                .toList();

        assertThat(expected).isNotEmpty();
        assertThat(client.get("/rest/asset/v1/programs.json" + window).result().findValuesAsText("sfdcId"))
                .hasSameSizeAs(expected);
    }

    @Test
    void tagsListTheirValuesInATextAndSmartCampaignsNameTheirFolderById() {
        assertThat(client.get("/rest/asset/v1/tagTypes.json")
                        .first()
                        .path("allowableValues")
                        .asText())
                .isEqualTo("[AMER, EMEA, APAC]");
        JsonNode campaign =
                client.get("/rest/asset/v1/smartCampaigns.json?isActive=true").first();
        assertThat(campaign.at("/folder/id").isNumber()).isTrue();
        assertThat(campaign.path("isActive").asBoolean()).isTrue();
        assertThat(client.get("/rest/asset/v1/channels.json").result().findValuesAsText("applicableProgramType"))
                .contains("event", "nurture", "email_batch");
    }
}
