package bizops.tap.marketo;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.tap.marketo.ScriptedInstance.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Activities in the shapes that real instances have and the sandbox's company has not. */
class ActivitiesTest {
    private static final String HEADER = "marketoGUID,leadId,activityDate,activityTypeId,campaignId,"
            + "primaryAttributeValueId,primaryAttributeValue,attributes\n";
    private static final String TYPES = "["
            + "{\"id\":32,\"name\":\"Merge Leads\",\"primaryAttribute\":{\"name\":\"Lead ID\",\"dataType\":\"integer\"},"
            + "\"attributes\":[{\"name\":\"Merge IDs\",\"dataType\":\"array\"},"
            + "{\"name\":\"Merged in Sales\",\"dataType\":\"boolean\"}]},"
            + "{\"id\":100001,\"name\":\"Web Talk\",\"attributes\":[]},"
            + "{\"id\":100002,\"name\":\"Web  talk\",\"attributes\":[]},"
            + "{\"id\":100003,\"name\":\"web talk\",\"attributes\":[]}]";

    private final ScriptedInstance marketo = new ScriptedInstance();

    @BeforeEach
    void start() {
        marketo.on("GET /rest/v1/activities/types.json", Answer.success(TYPES));
    }

    @AfterEach
    void stop() {
        marketo.close();
    }

    private TapRun.Result read(String rows, String... streams) {
        marketo.jobs("activities", HEADER + rows);
        TapRun.Result run = marketo.tap()
                .set("start_date", Instant.now().minus(Duration.ofDays(9)).toString())
                .streams(streams)
                .run();
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        return run;
    }

    private static String row(int guid, int lead, int type, String primary, String attributes) {
        return guid + "," + lead + ",2026-02-13T14:06:20Z," + type + ",null," + primary + "," + attributes + "\n";
    }

    private static List<String> merges(TapRun.Result run) {
        return run.records("lead_merges").stream()
                .map(row -> row.path("loserId").asLong() + " into "
                        + row.path("winnerId").asLong())
                .toList();
    }

    @Test
    void everyLoserOfOneMergeIsARowThatPointsAtTheWinner() {
        TapRun.Result run = read(
                row(1, 5, 32, "5,Ada", "\"{\"\"Merge IDs\"\":[887,888],\"\"Merged in Sales\"\":true}\""),
                "lead_merges");

        assertThat(merges(run)).containsExactly("887 into 5", "888 into 5");
        assertThat(run.records("lead_merges"))
                .allMatch(row -> row.path("mergedInSales").booleanValue());
    }

    @Test
    void mergesOfOlderRowsNameTheirLosersInATextAndTheWinnerByTheLeadAlone() {
        TapRun.Result run = read(
                row(1, 5, 32, "null,null", "\"{\"\"Merge IDs\"\":\"\"[887, 888]\"\"}\"")
                        + row(2, 6, 32, "6,Bob", "\"{\"\"Merge IDs\"\":889}\""),
                "lead_merges");

        assertThat(merges(run)).containsExactly("887 into 5", "888 into 5", "889 into 6");
    }

    @Test
    void aMergeWithoutLosersIsTold() {
        TapRun.Result run = read(row(71, 5, 32, "5,Ada", "{}"), "lead_merges");

        assertThat(run.records("lead_merges")).isEmpty();
        assertThat(run.log()).anyMatch(line -> line.startsWith("WARN") && line.contains("71 names no loser"));
    }

    @Test
    void aCellOfAttributesWithoutValueIsAnEmptyObject() {
        TapRun.Result run = read(row(1, 5, 100001, "7,x", "null"), "activities", "activities_web_talk");

        assertThat(run.records("activities").get(0).path("attributes").isObject())
                .isTrue();
        assertThat(run.records("activities_web_talk")).hasSize(1);
    }

    @Test
    void typesWhoseNamesBecomeOneAreStreamsOfTheirOwn() {
        TapRun.Result run = read(
                row(1, 5, 100001, "7,x", "null") + row(2, 5, 100002, "7,x", "null") + row(3, 5, 100003, "7,x", "null"),
                "activities_web_talk",
                "activities_web__talk",
                "activities_web_talk_100003");

        assertThat(run.records("activities_web_talk"))
                .extracting(row -> row.path("activityTypeId").asInt())
                .containsExactly(100001);
        assertThat(run.records("activities_web__talk"))
                .extracting(row -> row.path("activityTypeId").asInt())
                .containsExactly(100002);
        assertThat(run.records("activities_web_talk_100003"))
                .extracting(row -> row.path("activityTypeId").asInt())
                .containsExactly(100003);
    }

    @Test
    void columnsOfATypeAreNamedAsInSingerIosTap() {
        TapRun.Result run = read(row(1, 5, 32, "5,Ada", "{}"), "activities_merge_leads");

        List<String> columns = new ArrayList<>();
        JsonNode schema = run.of("SCHEMA").get(0).path("schema");
        schema.path("properties").fieldNames().forEachRemaining(columns::add);
        assertThat(columns)
                .containsExactlyInAnyOrder(
                        "marketoGUID",
                        "leadId",
                        "activityDate",
                        "activityTypeId",
                        "campaignId",
                        "primary_attribute_value",
                        "primary_attribute_name",
                        "primary_attribute_value_id",
                        "merge_ids",
                        "merged_in_sales",
                        "_extra");
        assertThat(run.records("activities_merge_leads"))
                .allMatch(row -> row.path("primary_attribute_value_id").isTextual());
    }

    @Test
    void aRowThatComesInTwoFilesIsTheSameRowTwice() {
        marketo.jobs("activities", HEADER + row(1, 5, 100001, "7,x", "null"));
        TapRun.Result run = marketo.tap()
                .set("start_date", Instant.now().minus(Duration.ofDays(40)).toString())
                .streams("activities")
                .run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("activities")).hasSize(2);
        assertThat(run.records("activities").get(1))
                .isEqualTo(run.records("activities").get(0));
    }
}
