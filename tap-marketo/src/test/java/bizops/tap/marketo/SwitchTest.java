package bizops.tap.marketo;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Catalogs and states of singer-io's tap-marketo are read as they are. */
class SwitchTest extends Marketo {
    private static final String OLD_CATALOG = """
            {"streams": [
              {"tap_stream_id": "activities_new_lead", "stream": "activities_new_lead",
               "key_properties": ["marketoGUID"],
               "schema": {"type": "object", "additionalProperties": false, "properties": {
                 "marketoGUID": {"type": "string"}, "leadId": {"type": "integer"},
                 "activityDate": {"type": "string", "format": "date-time"}, "activityTypeId": {"type": "integer"},
                 "primary_attribute_value": {"type": ["null", "string"]},
                 "primary_attribute_value_id": {"type": ["null", "string"]},
                 "source_type": {"type": ["null", "string"]}}},
               "metadata": [
                 {"breadcrumb": [], "metadata": {"selected": true, "table-key-properties": ["marketoGUID"],
                   "forced-replication-method": "FULL_TABLE", "valid-replication-keys": "activityDate",
                   "marketo.activity-id": 12, "marketo.primary-attribute-name": "x"}},
                 {"breadcrumb": ["properties", "marketoGUID"], "metadata": {"inclusion": "automatic"}},
                 {"breadcrumb": ["properties", "source_type"],
                  "metadata": {"inclusion": "available", "selected": true}}]},
              {"tap_stream_id": "leads", "stream": "leads", "key_properties": ["id"],
               "schema": {"type": "object", "properties": {"id": {"type": "integer"},
                 "email": {"type": ["null", "string"]}, "updatedAt": {"type": "string", "format": "date-time"}}},
               "metadata": [
                 {"breadcrumb": [], "metadata": {"selected": true, "table-key-properties": ["id"],
                   "forced-replication-method": "INCREMENTAL", "valid-replication-keys": "updatedAt"}},
                 {"breadcrumb": ["properties", "email"], "metadata": {"inclusion": "available", "selected": true}}]}
            ]}
            """;

    private String oldState(Instant leads, Instant activities) {
        return "{\"bookmarks\":{\"leads\":{\"updatedAt\":\"" + leads
                + "\",\"export_id\":\"0a1b\",\"export_end\":\"" + leads
                + "\"},\"activities_new_lead\":{\"activityDate\":\""
                + activities + "\",\"export_id\":null,\"export_end\":null}},\"currently_syncing\":\"leads\"}";
    }

    @Test
    void anOldCatalogAndAnOldStateGoOnInPlace() {
        Instant mark = sandbox.now().minus(Duration.ofDays(30));
        TapRun.Result run =
                tap().catalog(OLD_CATALOG).state(oldState(mark, mark)).run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("activities_new_lead")).isNotEmpty().allSatisfy(row -> {
            assertThat(Instant.parse(row.path("activityDate").asText())).isAfterOrEqualTo(mark.minusSeconds(86_400));
            assertThat(row.path("activityTypeId").asInt()).isEqualTo(12);
            assertThat(row.has("source_type")).isTrue();
        });
        assertThat(run.records("leads")).isNotEmpty();
        assertThat(run.of("SCHEMA").get(0).path("stream").asText()).isEqualTo("leads");
        assertThat(run.of("SCHEMA")).hasSize(2);
        JsonNode bookmark = run.bookmark("leads");
        assertThat(bookmark.path("replication_key").asText()).isEqualTo("updatedAt");
        assertThat(end(bookmark)).isEqualTo(sandbox.now().minusSeconds(300));
        assertThat(bookmark.has("export_id")).isFalse();
        assertThat(run.log()).anyMatch(line -> line.contains("leads: reading [" + mark.minus(Duration.ofDays(1))));
    }

    @Test
    void theNameOfAPrimaryAttributeIsCleanedAsOlderTapsDo() {
        TapRun.Result discovered = tap().discover().run();
        TapRun.Result run = tap().streams("activities_visit_webpage").run();

        assertThat(run.records("activities_visit_webpage"))
                .isNotEmpty()
                .allMatch(row -> row.path("primary_attribute_name").asText().equals("webpage_id"));
        assertThat(discovered.catalog().findValuesAsText("marketo.primary-attribute-name"))
                .contains("webpage_id", "attribute_name")
                .allMatch(name -> name.matches("[a-z0-9_]+"));
    }

    /** Targets that make columns of declared fields, or files by the fields of the first record, lose nothing. */
    @Test
    void rowsOfAssetsHaveAllColumnsAndFoldersDeclareTheirFields() {
        TapRun.Result run = tap().streams("programs", "activity_types").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        for (JsonNode schema : run.of("SCHEMA")) {
            Set<String> columns = new TreeSet<>(fields(schema.at("/schema/properties")));
            assertThat(run.records(schema.path("stream").asText()))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(fields(row)).containsExactlyInAnyOrderElementsOf(columns));
        }
        JsonNode folder = run.of("SCHEMA").get(0).at("/schema/properties/folder/properties");
        assertThat(fields(folder)).containsExactlyInAnyOrder("type", "value", "id", "folderName");
        assertThat(run.records("programs"))
                .allMatch(row -> row.path("folder").path("value").isInt()
                        && row.path("folder").hasNonNull("folderName"));
        assertThat(run.records("activity_types"))
                .anyMatch(row -> row.at("/primaryAttribute/dataType").isTextual())
                .anyMatch(row -> row.path("primaryAttribute").isNull());
    }

    @Test
    void mergedIdsAreDeclaredAsAnArrayOfScalars() {
        long winner = sandbox.marketo().insertLead(Map.of("email", "winner@merge.example"));
        long loser = sandbox.marketo().insertLead(Map.of("email", "loser@merge.example"));
        sandbox.marketo().mergeLeads(winner, loser);
        sandbox.advance(Duration.ofHours(4));

        TapRun.Result run = tap().streams("activities_merge_leads").run();

        assertThat(run.of("SCHEMA").get(0).at("/schema/properties/merge_ids/items/type"))
                .anyMatch(type -> type.asText().equals("integer"))
                .noneMatch(type -> type.asText().equals("object"));
        assertThat(run.records("activities_merge_leads"))
                .anyMatch(row -> row.at("/merge_ids/0").longValue() == loser);
    }

    private static List<String> fields(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void typedStreamsAreThereAndNotSelected() {
        TapRun.Result run = tap().discover().run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        for (JsonNode stream : run.catalog().path("streams")) {
            JsonNode root = stream.path("metadata").path(0).path("metadata");
            String id = stream.path("tap_stream_id").asText();
            if (id.startsWith("activities_")) {
                assertThat(root.path("selected-by-default").asBoolean(true))
                        .as(id)
                        .isFalse();
                assertThat(root.path("marketo.activity-id").isInt()).as(id).isTrue();
                assertThat(root.path("forced-replication-method").asText()).isEqualTo("INCREMENTAL");
            }
        }
    }

    @Test
    void aStartInTheFutureCountsAsNow() {
        TapRun.Result run = remember(tap().set("start_date", "2099-01-01")
                .streams("leads", "activities", "program_members", "deleted_leads")
                .run());
        TapRun.Result programs = remember(
                tap().set("start_date", "2099-01-01").streams("programs").run());

        assertThat(run.of("RECORD")).isEmpty();
        Truths.assertSame(sandbox, "programs", programs.records("programs"));
        assertThat(requests("/bulk/v1")).isZero();
    }
}
